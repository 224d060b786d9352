import type { People } from '../people.ts';
import type { SlackPerson } from '../slack/client/person.ts';
import type { TeamsPerson } from '../teams/client/person.ts';

/** Everybody's clients, by e-mail address. */
export interface Clients {
  people: People;
  teams(email: string): TeamsPerson;
  slack(email: string): SlackPerson;
}
