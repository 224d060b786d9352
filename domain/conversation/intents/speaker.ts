import type { Person } from '../../people/person.ts';
import { hasRole } from '../../people/roles.ts';
import type { Speaker } from './intent.ts';

/** Gives the role in which somebody is taken to speak; of several, the one that has most to do with the bot. */
export const speakerOf = (person: Person): Speaker =>
  (['admin', 'processOwner', 'manager', 'leader'] as const).find((role) => hasRole(person, role)) ?? 'leader';
