import { z } from 'zod';
import { areas, languages } from '../vocabulary.ts';
import type { Organisation } from './organisation.ts';

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
      // More would burst the list of units in a card.
      .max(60),
  })
  .refine(({ units }) => new Set(units.map(({ name }) => name)).size === units.length, 'two units have the same name')
  .refine(({ units }) => {
    const owned = units.flatMap((unit) => unit.areas);
    return new Set(owned).size === owned.length;
  }, 'two units own the same area');

/** All problems of the settings at once, in words an operator can act on. */
export class OrganisationSettingsError extends Error {
  override name = 'OrganisationSettingsError';
}

/**
 * An organisation from its settings file.
 * @throws OrganisationSettingsError
 */
export function readOrganisation(json: string): Organisation {
  const parsed = schema.safeParse(parse(json));
  if (parsed.success) return parsed.data;
  throw new OrganisationSettingsError(`The organisation's settings are not valid:\n${z.prettifyError(parsed.error)}`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new OrganisationSettingsError(`The organisation's settings are not JSON: ${error.message}`, { cause: error });
  }
}
