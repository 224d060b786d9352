import type { Room } from '../channels/room.ts';
import type { MessagePlace } from '../delivery/posting.ts';
import type { AboutId, DraftId, RequestId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';

/** What was made of a message that the person wrote: a draft, a message about a request. Null where nothing was. */
export async function madeOf(world: World, actor: Person, at: MessagePlace): Promise<AboutId | null> {
  const posting = await world.postings.at(at);
  return posting?.kind === 'words' && posting.to === actor.id ? posting.about : null;
}

/** The request that a message is a reply to. A reply to a draft is words like any others. */
export async function requestRepliedTo(
  world: World,
  at: MessagePlace,
  repliesTo: string | null,
): Promise<RequestId | null> {
  if (repliesTo === null) return null;
  const posting = await world.postings.at({ ...at, message: repliesTo });
  const request = posting && (await world.requests.byId(posting.about));
  return request?.id ?? null;
}

/** The draft that a later edit of the same message has become already, where the platform told of the edit first. */
export async function draftOfLaterEdit(world: World, actor: Person, at: MessagePlace): Promise<DraftId | null> {
  const draft = await draftMadeOf(world, actor, at);
  return draft?.editedAt ? draft.id : null;
}

/** The draft that was made of the person's message and is not sent yet. */
export async function draftMadeOf(world: World, actor: Person, at: MessagePlace) {
  const about = await madeOf(world, actor, at);
  return about === null ? null : world.drafts.byId(about);
}

/** What becomes of an edit, or of a message that came back after it was deleted. */
export type EditMeaning =
  /** Nothing: the message is not the person's, or says the same again. */
  | { is: 'nothing' }
  /** A draft was made of the message, and follows it. */
  | { is: 'revision'; draftId: DraftId }
  /** It was sent: what was sent stands. */
  | { is: 'too-late' }
  /** Nothing was made of the message, or nothing is left: it is taken as if it were written now. */
  | { is: 'new' };

/**
 * @param edit `isBack`: the words are the same as before the message was deleted
 * @param room the channel it was written in: there only what is said about a request is worth correcting
 */
export async function meaningOfEdit(
  world: World,
  actor: Person,
  edit: { at: MessagePlace; repliesTo: string | null; isBack: boolean },
  room: Room | null,
): Promise<EditMeaning> {
  const posting = await world.postings.at(edit.at);
  if (posting && (posting.kind !== 'words' || posting.to !== actor.id)) return { is: 'nothing' };
  const draft = posting && (await world.drafts.byId(posting.about));
  if (draft) return { is: 'revision', draftId: draft.id };
  // Somebody who may comment need not be somebody who may write drafts, and would be refused for that.
  if (posting && (await world.requests.byId(posting.about)))
    return edit.isBack ? { is: 'nothing' } : { is: 'too-late' };
  return room && edit.repliesTo === null ? { is: 'nothing' } : { is: 'new' };
}
