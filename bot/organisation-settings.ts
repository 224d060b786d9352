import { z } from 'zod';
import type { Organisation } from '../domain/organisation.ts';
import { areas, languages } from '../domain/vocabulary.ts';

const schema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens'),
    name: z.string().min(1).max(100),
    language: z.enum(languages),
    numberPrefix: z.string().regex(/^\p{Lu}{1,5}$/u, 'must be one to five capital letters'),
    units: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(75),
          areas: z.array(z.enum(areas)),
          answerWithinWorkingDays: z.int().min(1).max(250),
        }),
      )
      .min(1)
      .max(100),
  })
  .refine(({ units }) => new Set(units.map(({ name }) => name)).size === units.length, 'two units have the same name')
  .refine(({ units }) => {
    const owned = units.flatMap((unit) => unit.areas);
    return new Set(owned).size === owned.length;
  }, 'two units own the same area');

/** An organisation from its settings file. Throws with every problem in words. */
export function readOrganisation(json: string): Organisation {
  const parsed = schema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new Error(`The organisation's settings are not valid:\n${z.prettifyError(parsed.error)}`);
}
