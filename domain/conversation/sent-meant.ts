import type { Person } from '../people/person.ts';
import { maySubmit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import type { Request } from '../requests/record/request.ts';
import { awaitsAnswer } from '../requests/transitions.ts';
import { readIntent } from './intents/read-intent.ts';

/** Words of a draft that may be about a request that was sent. */
export interface SentMeant {
  /** The requests that they may be about, the newest first. */
  requests: readonly Request[];
  /** Whether they read as more on one, as a correction of it, or as either. */
  as: ReadonlySet<'add' | 'change'>;
}

/** So many of the newest requests may be meant; more buttons would hide the others of the draft's card. */
const mostOffered = 2;
/** Among so many of the newest, those without an answer are looked for. */
const mostRead = 10;

/** Gives the leader's requests that words read as more on or as a change of; null where they read as neither. */
export async function sentMeant(world: World, actor: Person, said: string): Promise<SentMeant | null> {
  if (!maySubmit(actor)) return null;
  const read = readIntent({ text: said, speaker: 'leader', pending: 'none' });
  const meant = read.is === 'one' ? [read.intent] : read.options;
  const as = new Set((['add', 'change'] as const).filter((intent) => meant.includes(intent)));
  if (as.size === 0) return null;
  const sent = await world.requests.ofLeader(actor.id, mostRead);
  const requests = sent.filter(({ state }) => awaitsAnswer(state)).slice(0, mostOffered);
  return requests.length === 0 ? null : { requests, as };
}
