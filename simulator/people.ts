import { createHash } from 'node:crypto';

export interface SimulatedPerson {
  email: string;
  name: string;
  language: 'da' | 'en';
  /** Role and place, for whoever picks a person. */
  title: string;
  /** The clients that the person has, the one of every day first. */
  installs: ReadonlyArray<'teams' | 'slack'>;
}

/** The ids by which the platforms know a person: the same at every start, since chats are kept. */
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

export class People {
  readonly all: readonly Identity[];
  constructor(people: readonly SimulatedPerson[]) {
    this.all = people.map(identify);
  }
  byEmail(email: string): Identity {
    const found = this.find((person) => person.email === email);
    if (!found) throw new UnknownPerson(`nobody has the address ${email}`);
    return found;
  }
  find(is: (person: Identity) => boolean): Identity | undefined {
    return this.all.find(is);
  }
}

export class UnknownPerson extends Error {
  override name = 'UnknownPerson';
}
