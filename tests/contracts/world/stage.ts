import { defaultSettings, type Organisation } from '../../../domain/people/organisation.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Unit } from '../../../domain/people/unit.ts';
import type { ListedPerson, World } from '../../../domain/ports.ts';
import type { Request } from '../../../domain/requests/record/request.ts';
import { idOf, units } from '../../ids.ts';

/** A world without people or requests; `other` is another organisation's on the same database. */
export interface Stage {
  world: World;
  other: World;
  /** Parks all rows of a recipient, which no port of the domain does. */
  parks(to: string, problem: string): Promise<void>;
  close(): Promise<void>;
}

export type Opens = (organisations: readonly [Organisation, Organisation]) => Promise<Stage>;

/** The stage of the test that runs. */
export type Now = () => Stage;

export const noon = new Date('2026-11-24T12:00:00Z');
export const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const both: readonly Unit[] = [
  { id: units.hr, name: 'Koncern HR', formerNames: [], areas: ['personale'], answerWithinWorkingDays: 20 },
  { id: units.it, name: 'HR og It', formerNames: ['Koncern IT'], areas: ['it'], answerWithinWorkingDays: 20 },
];

export const organisations: readonly [Organisation, Organisation] = [
  {
    id: 'fjordby',
    name: 'Fjordby Kommune',
    language: 'da',
    numberPrefix: 'FØ',
    ...defaultSettings,
    units: both,
    closedUnits: [],
  },
  {
    id: 'sundby',
    name: 'Sundby Kommune',
    language: 'da',
    numberPrefix: 'SU',
    ...defaultSettings,
    units: both,
    closedUnits: [],
  },
];

export const listed = (email: string, changes: Partial<ListedPerson> = {}): ListedPerson => ({
  email,
  name: 'Pernille Østergaard',
  roles: ['leader'],
  administration: 'Børn og Unge',
  institution: 'Fjordskolen',
  unit: null,
  managerEmail: null,
  language: null,
  entraObjectId: null,
  upn: null,
  employeeNumber: null,
  ...changes,
});

export async function person(world: World, email = 'pernille@fjordby.example'): Promise<Person> {
  const found = await world.people.byAddress(email);
  if (!found) throw new Error(`nobody has the address ${email}`);
  return found;
}

let serial = 0;

export const request = (world: World, changes: Partial<Request> = {}): Request => ({
  id: world.newId(),
  number: `FØ-2026-${String(++serial).padStart(4, '0')}`,
  leaderId: idOf('a-leader'),
  anonymous: false,
  administration: idOf('boern-og-unge'),
  origin: null,
  text: 'Vikarer oprettes for sent',
  area: 'personale',
  kind: null,
  burden: { minutesPerTime: 5, timesPerMonth: null, peopleAffected: null },
  unit: units.hr,
  state: 'routed',
  submittedAt: noon,
  dueOn: '2026-12-22',
  answer: null,
  deliveredAt: null,
  version: 1,
  ...changes,
});

/** The name of an arrival, as an outcome is kept under. */
export const kept = (name: string, typed = '') => ({ name, formerName: null, typed });
