import type { AdministrationId, PersonId, UnitId } from '../ids.ts';
import type { Language, Platform, Role } from '../vocabulary.ts';
import type { Place } from './place.ts';

export interface Person {
  id: PersonId;
  email: string;
  name: string;
  roles: readonly Role[];
  /** The forvaltning, by the name in the list. */
  administration: string;
  /** The id stays when the name changes, and stored data holds it; '' when there is none. */
  administrationId: AdministrationId;
  institution: string;
  /** The unit that a process owner answers for. */
  unit: UnitId | null;
  /** We keep it current beside `managerId` for the version before, which knows nothing else. */
  managerEmail: string | null;
  /** The person's manager; the id stays when the manager's address changes. */
  managerId: PersonId | null;
  /** The id that Teams knows the person by, when the list gives it. */
  entraObjectId: string | null;
  /** The user principal name, which a platform may give in place of the e-mail. */
  upn: string | null;
  /** The number that the municipality knows the person by. */
  employeeNumber: string | null;
  language: Language | null;
  /** False once the person is no longer in the organisation list. */
  active: boolean;
  /** The platform on which the person last wrote to the bot; messages go there. */
  chat: Platform | null;
  places: Readonly<Partial<Record<Platform, Place>>>;
  /** The person wants no campaign prompts before this instant (snooze); null when they have not asked for a pause. */
  promptsSnoozedUntil: Date | null;
  /** The person has opted out of campaign prompts. */
  promptsStopped: boolean;
  /** The person has opened Slack's Home tab, so it is kept current. */
  homeShown: boolean;
  /** The bot has introduced itself to the person. */
  met: boolean;
  /** An administrator, and not the list, let the person in; an import that does not name them leaves them in. */
  letIn: boolean;
}
