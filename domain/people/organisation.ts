import type { Area, Language, Platform, Role } from '../vocabulary.ts';

/** A koncernenhed: the central unit that owns the processes of its areas. */
export interface Unit {
  name: string;
  areas: readonly Area[];
  /** Working days from a request's arrival until its answer is due. */
  answerWithinWorkingDays: number;
}

/** A municipality: the scope of everything that is stored. */
export interface Organisation {
  id: string;
  name: string;
  language: Language;
  /** What stands before the year in a request's number, e.g. `FØ` in `FØ-2026-0042`. */
  numberPrefix: string;
  units: readonly Unit[];
}

/** Where on a platform a person's own chat with the bot is; what the keys hold is the platform's own matter. */
export type Place = Readonly<Record<string, string>>;

export interface Person {
  id: string;
  email: string;
  name: string;
  roles: readonly Role[];
  administration: string;
  institution: string;
  /** The unit a process owner answers for. */
  unit: string | null;
  managerEmail: string | null;
  /** By which Teams knows the person, when the list says it. */
  entraObjectId: string | null;
  /** The user principal name, by which the platforms may know the person in the e-mail's place. */
  upn: string | null;
  /** By which the municipality knows the person. */
  employeeNumber: string | null;
  language: Language | null;
  /** False once the person is no longer in the organisation list. */
  active: boolean;
  /** The platform where the person last wrote to the bot: messages go there. */
  chat: Platform | null;
  places: Readonly<Partial<Record<Platform, Place>>>;
  /** No campaign prompts before this instant (snooze); null: none asked for. */
  promptsSnoozedUntil: Date | null;
  /** The person has said no to campaign prompts. */
  promptsStopped: boolean;
  /** The person has opened Slack's Home tab: it is kept current. */
  homeShown: boolean;
  /** The bot has introduced itself to them. */
  met: boolean;
  /** Let in by an administrator and not by the list: an import that does not name them leaves them in. */
  letIn: boolean;
}

export function hasRole(person: Pick<Person, 'roles'>, role: Role): boolean {
  return person.roles.includes(role);
}

/** The unit that owns an area, by the organisation's routing rule; null when the area has no unit. */
export function unitOfArea(organisation: Organisation, area: Area): Unit | null {
  return organisation.units.find((unit) => unit.areas.includes(area)) ?? null;
}

export function unitByName(organisation: Organisation, name: string): Unit | null {
  return organisation.units.find((unit) => unit.name === name) ?? null;
}
