import type { Room } from '../channels/room.ts';
import type { MessagePlace, Posting } from '../delivery/posting.ts';
import type { AboutId, DraftId, RequestId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { partAt, partsOf } from '../requests/drafts/parts/parts.ts';

/** Gives the draft or request that the person's own message went into; null when it went into nothing. */
export async function madeOf(world: World, actor: Person, at: MessagePlace): Promise<AboutId | null> {
  const posting = await world.postings.at(at);
  return posting && isOwn(posting, actor) ? posting.about : null;
}

const isOwn = ({ kind, to }: Posting, { id }: Person): boolean => (kind === 'words' || kind === 'files') && to === id;

/**
 * Gives the request that a message replies to, or null, and whether that message is about anything that is stored. A
 * reply to a draft counts as ordinary words.
 */
export async function repliedTo(
  world: World,
  at: MessagePlace,
  repliesTo: string | null,
): Promise<{ requestId: RequestId | null; isKnown: boolean }> {
  const posting = repliesTo === null ? null : await world.postings.at({ ...at, message: repliesTo });
  const request = posting && (await world.requests.byId(posting.about));
  return { requestId: request?.id ?? null, isKnown: posting !== null };
}

/**
 * Gives the draft that a later edit of the same message has become already, when the platform delivered the edit first.
 */
export async function draftOfLaterEdit(world: World, actor: Person, at: MessagePlace): Promise<DraftId | null> {
  const draft = await draftMadeOf(world, actor, at);
  if (!draft) return null;
  const parts = partsOf(draft);
  return parts[partAt(parts, at)]?.editedAt ? draft.id : null;
}

/** Gives the draft that the person's message became, if it is not sent yet. */
export async function draftMadeOf(world: World, actor: Person, at: MessagePlace) {
  const about = await madeOf(world, actor, at);
  return about === null ? null : world.drafts.byId(about);
}

/** The outcomes of an edit, and of a message that came back after its deletion. */
export type EditMeaning =
  /** No effect: the message is another person's, or repeats the same words. */
  | { is: 'nothing' }
  /** The message became a draft, and the draft follows it. */
  | { is: 'revision'; draftId: DraftId }
  /** The draft was sent already, and stays as it was sent. */
  | { is: 'too-late' }
  /** The message became nothing, or nothing of it is left: it counts as written now. */
  | { is: 'new' };

/**
 * Decides what an edit of a message, or its return after a deletion, does.
 * @param edit `isBack`: the message returns unchanged after its deletion
 * @param room the channel of the message; there we take up an edit only when it is about a request
 */
export async function meaningOfEdit(
  world: World,
  actor: Person,
  edit: { at: MessagePlace; repliesTo: string | null; isBack: boolean },
  room: Room | null,
): Promise<EditMeaning> {
  const posting = await world.postings.at(edit.at);
  if (posting && !isOwn(posting, actor)) return { is: 'nothing' };
  const draft = posting && (await world.drafts.byId(posting.about));
  if (draft) return { is: 'revision', draftId: draft.id };
  // We check the request first: a person who may comment may lack the right to write drafts, and would be refused for
  // that.
  if (posting && (await world.requests.byId(posting.about)))
    return edit.isBack ? { is: 'nothing' } : { is: 'too-late' };
  return room && edit.repliesTo === null ? { is: 'nothing' } : { is: 'new' };
}
