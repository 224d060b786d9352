import type { People } from '../people.ts';
import type { SlackPerson } from '../slack/person.ts';
import type { TeamsPerson } from '../teams/person.ts';

/** Everybody's clients, by e-mail address. */
export interface Clients {
  people: People;
  teams(email: string): TeamsPerson;
  slack(email: string): SlackPerson;
}
