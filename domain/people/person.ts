import type { AdministrationId, PersonId, UnitId } from '../ids.ts';
import type { Language, Platform, Role } from '../vocabulary.ts';
import type { Place } from './place.ts';

export interface Person {
  id: PersonId;
  email: string;
  name: string;
  roles: readonly Role[];
  /** The forvaltning by the name that the list gives it. */
  administration: string;
  /** The same administration keeps it under another name; what is stored about it holds this. '' where there is none. */
  administrationId: AdministrationId;
  institution: string;
  /** The unit a process owner answers for. */
  unit: UnitId | null;
  /** Kept current beside `managerId` for the version before, which knows no other. */
  managerEmail: string | null;
  /** The person's manager, who stays so under another address. */
  managerId: PersonId | null;
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
