import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Organisation, unitName, unitNamed } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { isAdmin } from '../../domain/people/roles.ts';
import { roleNames } from '../../locales/vocabulary.ts';
import type { SimulatedPerson } from '../../simulator/people.ts';
import type { SimulatedRoom } from '../../simulator/playground/rooms.ts';
import type { Simulator } from '../../simulator/simulator.ts';

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

/** People who work in the municipality and are not on its list; they are no strangers once they have been let in. */
export function strangersBeside(listed: readonly Person[]): SimulatedPerson[] {
  return strangers.map((one) => ({ ...one, isStranger: !listed.some(({ email }) => email === one.email) }));
}

/**
 * Tells whether a person was listed from the beginning, because a person who is let in later must not move the others
 * between platforms.
 */
function isOnFirstList({ email }: Person): boolean {
  return !strangers.some((one) => one.email === email);
}

/** Everybody who was listed at any time. Those who were removed are still there to be tried, as people off the list. */
export function everybodyOf(organisation: Organisation, known: readonly Person[]): SimulatedPerson[] {
  const people = known.filter(isOnFirstList);
  const removed = new Set(people.filter(({ active }) => !active).map(({ email }) => email));
  return simulatedPeople(organisation, people).map((one) => ({ ...one, isStranger: removed.has(one.email) }));
}

/** Every other person uses Teams first, the others Slack, so that both meet in the same requests. */
export function simulatedPeople(organisation: Organisation, people: readonly Person[]) {
  return people.map((person, index) => simulatedPerson(organisation, person, index));
}

function simulatedPerson(organisation: Organisation, person: Person, index: number) {
  const language = person.language ?? 'da';
  const roles = person.roles.map((role) => roleNames[language][role]).join(', ');
  return {
    email: person.email,
    name: person.name,
    language,
    title: [roles, person.unit === null ? person.institution : unitName(organisation, person.unit)].join(', '),
    installs: index % 2 === 0 ? (['teams', 'slack'] as const) : (['slack', 'teams'] as const),
  };
}

const unit = 'Koncern HR';

/** One channel of Koncern HR on each platform: its process owners, their manager and the administrators. */
export function sampleRooms(organisation: Organisation, people: readonly Person[]): SimulatedRoom[] {
  const shown = unitNamed(organisation, unit);
  if (!shown) throw new Error(`the sample municipality has no ${unit}`);
  const owners = people.filter((person) => person.unit === shown.id);
  const managers = people.filter(({ email }) => owners.some(({ managerEmail }) => managerEmail === email));
  const administrators = people.filter(isAdmin);
  const members = [...owners, ...managers, ...administrators].map(({ email }) => email);
  return [
    { id: 'koncern-hr', platform: 'slack', name: '#koncern-hr', members },
    { id: 'koncern-hr', platform: 'teams', name: `${unit} › Generelt`, members },
  ];
}

/** The first member brings the bot into the rooms that it has not written in yet, and it introduces itself. */
export async function bringBotIntoRooms(simulator: Simulator, rooms: readonly SimulatedRoom[]): Promise<void> {
  for (const { id, platform, name, members } of rooms) {
    const [first] = members;
    if (first === undefined) continue;
    if (platform === 'teams') {
      const room = simulator.teams(first).room(name);
      if (room.messages().length === 0) await room.install();
    } else if (simulator.slack(first).inChannel(id).messages().length === 0) {
      await simulator.slack(first).administers(id).invitesBot();
    }
  }
}
