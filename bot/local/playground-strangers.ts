import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Person } from '../../domain/people/person.ts';
import type { SimulatedPerson } from '../../simulator/people.ts';

const strangers = z
  .array(
    z.strictObject({
      email: z.string(),
      name: z.string(),
      language: z.enum(['da', 'en']),
      title: z.string(),
      installs: z.array(z.enum(['teams', 'slack'])),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../simulator/sample/strangers.json'), 'utf8')));

/** People who work in the municipality but were not on its list; no more strangers once they have been let in. */
export function strangersBeside(listed: readonly Person[]): SimulatedPerson[] {
  return strangers.map((one) => ({ ...one, isStranger: !listed.some(({ email }) => email === one.email) }));
}

/** Whether somebody was listed from the beginning: those let in later must not move the others between platforms. */
export function isOnFirstList({ email }: Person): boolean {
  return !strangers.some((one) => one.email === email);
}
