import { createHash } from 'node:crypto';
import type { Platform } from './chats.ts';
import { NotThere } from './not-there.ts';

export interface SimulatedPerson {
  email: string;
  name: string;
  language: 'da' | 'en';
  /** Role and place, shown where one picks a person. */
  title: string;
  /** Works there without being on the organisation's list; the playground's page says so. */
  isStranger?: boolean;
  /** Invited as a guest, or writing from an organisation of their own; absent: one of the municipality's people. */
  outsider?: 'guest' | 'elsewhere';
  /** The clients that the person has, the usual one first. */
  installs: readonly Platform[];
  /** The id of their Slack workspace; absent: the one of the credentials. */
  slackTeam?: string;
  /** The id of their tenant in Teams; absent: the one of the credentials. */
  teamsTenant?: string;
  /** Fields that Slack sends about this person beside the usual ones, such as `is_restricted` for a guest. */
  slackUserFields?: Readonly<Record<string, unknown>>;
}

/** The platforms' ids of a person: the same at every start, since chats outlive it. */
export interface Identity extends SimulatedPerson {
  teamsId: string;
  aadObjectId: string;
  conversation: string;
  slackUser: string;
  slackChannel: string;
}

export function identify(person: SimulatedPerson): Identity {
  const hash = createHash('sha256').update(person.email).digest('hex');
  const part = (from: number, length: number) => hash.slice(from, from + length);
  return {
    ...person,
    teamsId: `29:1${part(0, 24)}`,
    aadObjectId: `${part(0, 8)}-${part(8, 4)}-4${part(13, 3)}-8${part(17, 3)}-${part(20, 12)}`,
    conversation: `a:1${part(24, 24)}`,
    slackUser: `U${part(32, 10).toUpperCase()}`,
    slackChannel: `D${part(42, 10).toUpperCase()}`,
  };
}

/** All people, with the platforms on which each of them has the bot. */
export class People {
  readonly all: readonly Identity[];
  private readonly installed: Record<Platform, Set<string>>;

  constructor(people: readonly SimulatedPerson[]) {
    this.all = people.map(identify);
    const having = (platform: Platform) =>
      new Set(people.filter(({ installs }) => installs.includes(platform)).map(({ email }) => email));
    this.installed = { teams: having('teams'), slack: having('slack') };
  }

  /** The people that one workspace or organisation knows. */
  knownTo(knows: (person: Identity) => boolean): People {
    return Object.create(this, { all: { value: this.all.filter(knows) } }) as People;
  }

  byEmail(email: string): Identity {
    const found = this.all.find((person) => person.email === email);
    if (!found) throw new NotThere(`nobody has the address ${email}`);
    return found;
  }

  /** Searches the people whom the bot can reach on the platform. */
  find(platform: Platform, is: (person: Identity) => boolean): Identity | undefined {
    return this.all.find((person) => this.has(platform, person) && is(person));
  }

  has(platform: Platform, { email }: Identity): boolean {
    return this.installed[platform].has(email);
  }

  install({ email }: Identity): void {
    this.installed.teams.add(email);
  }

  uninstall({ email }: Identity): void {
    this.installed.teams.delete(email);
  }
}
