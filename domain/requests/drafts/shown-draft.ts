import { withoutChat } from '../../context.ts';
import type { AboutId, DraftId, RequestId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { hasWords } from '../../text/clean-text.ts';
import { type Party, partyTo, type Receiver, receiverOf } from '../party.ts';
import type { Attachment } from '../record/attachment.ts';
import type { Request } from '../record/request.ts';
import { type SuggestedFields, suggestedIn } from '../suggest-fields/suggest-fields.ts';
import type { Draft } from './draft.ts';

/** A draft with the fields that the bot suggests. */
export interface ShownDraft {
  draft: Draft;
  suggested: SuggestedFields;
  problem: DraftProblem | null;
  files: Attachment[];
  /** The requests that the words go to, or may go to; none for a wish. */
  answers: readonly Answered[];
  /** An earlier draft that may be on the same matter; null: none. */
  near: Draft | null;
}

/** A request that words of a draft may answer, and whom they would go to. */
export interface Answered extends Pick<Party, 'side' | 'unit'> {
  request: Pick<Request, 'id' | 'number' | 'text'>;
  receiver: Receiver;
}

/** The reasons for which a draft cannot be sent as it is. */
export type DraftProblem = 'no-words' | 'too-long';

/** Gives the actor's own draft. Another person's draft gives the same refusal as a missing one, `nothing-there`. */
export async function ownDraft(world: World, actor: Person, draftId: AboutId): Promise<Result<Draft>> {
  const draft = await world.drafts.byId(draftId);
  return draft?.personId === actor.id ? done(draft) : refuse('nothing-there');
}

/** Gives the actor's own draft with its suggested fields, problem and files; refuses as `ownDraft` does. */
export async function shownDraft(world: World, actor: Person, draftId: DraftId): Promise<Result<ShownDraft>> {
  const found = await ownDraft(world, actor, draftId);
  if (!found.ok) return found;
  const draft = found.value;
  const files = await world.attachments.of(draftId);
  const answers = await answersOf(world, actor, draft);
  const suggested = await suggestedIn(world, draft.text);
  const near = await nearOf(world, draft);
  return done({ draft, suggested, problem: draftProblem(draft.text), files, answers, near });
}

async function nearOf(world: World, { personId, near, reply }: Draft): Promise<Draft | null> {
  const found = near && !reply ? await world.drafts.byId(near) : null;
  return found?.personId === personId && !found.reply && found.text !== '' ? found : null;
}

/** Gives the requests that the words of a draft go to or may go to, and may be written about still. */
export async function answersOf(world: World, actor: Person, { reply }: Draft): Promise<Answered[]> {
  const among: readonly RequestId[] = reply?.is === 'going' ? [reply.to] : (reply?.among ?? []);
  const parties = await Promise.all(among.map((id) => partyTo(world, actor, id, withoutChat)));
  const found = parties.flatMap((party) => (party.ok ? [party.value] : []));
  return Promise.all(found.map(async (party) => ({ ...party, receiver: await receiverOf(world, party) })));
}

/** Gives the reason for which a draft with this text cannot be sent; null when it can. */
export function draftProblem(text: string): DraftProblem | null {
  if (!hasWords(text)) return 'no-words';
  return text.length > textLimits.request ? 'too-long' : null;
}
