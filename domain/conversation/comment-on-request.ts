import { z } from 'zod';
import { leftUnsent, typedWords } from '../answers/typed-answer.ts';
import { requestId, textLimits, toggle, words } from '../input.ts';
import { anyone } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, refuse } from '../refusal.ts';
import { isPublic, partyTo, receiverOf } from '../requests/party.ts';
import type { Comment } from '../requests/record/comment.ts';
import { visibleRequest } from '../requests/visible-request.ts';
import { useCase } from '../use-case.ts';
import { addComment } from './replies/add-comment.ts';

/** Gives the form for a message to the other side of a request. */
export const openCommentForm = useCase({
  name: 'open-comment-form',
  does: 'look-up',
  input: z.object({
    requestId,
    /** Whether it begins with what the person has typed of an answer and has not sent. */
    kept: toggle,
  }),
  allows: anyone,
  async run(world, actor, { requestId, kept }) {
    const seen = await visibleRequest(world, actor, requestId);
    if (!seen.ok) return seen;
    const view = seen.value;
    if (!view.may.comment) return refuse('not-allowed');
    const values = kept ? await leftUnsent(world, actor, view) : null;
    return done({ view, text: typedWords(values ?? {}).join('\n\n') });
  },
});

/**
 * Sends a message between the leader and the unit about a request. Each reads it in their private chat; the leader of an
 * anonymous request has no name there either.
 */
export const commentOnRequest = useCase({
  name: 'comment-on-request',
  does: 'change',
  input: z.object({ requestId, text: words(textLimits.comment) }),
  allows: anyone,
  async run(world, actor, { requestId, text }, context) {
    const { room, message } = context;
    const party = await partyTo(world, actor, requestId, context);
    if (!party.ok) return party;
    const { request, side, unit } = party.value;
    const receiver = await receiverOf(world, { request, side });
    const sent = done({ requestId, side, unit, number: request.number, receiver });
    if (message) await world.postings.put({ ...message.at, about: requestId, kind: 'words', to: actor.id });
    if (message && (await wasSaidJustNow(world, { requestId, by: actor.id, side, text }))) return sent;
    const comment: Comment = { id: world.newId(), requestId, at: world.now(), by: actor.id, side, text };
    await addComment(world, request, comment, (to) => !isPublic(context) || to !== room?.id);
    return sent;
  },
});

/** Teams sends a message that was answered late again under another id, about half a minute afterwards. */
const repeatedWithinMs = 2 * 60_000;

/** Tells whether the same person has just written the same words about the request. */
async function wasSaidJustNow(world: World, said: Omit<Comment, 'id' | 'at'>): Promise<boolean> {
  const last = (await world.comments.ofRequest(said.requestId)).findLast(({ by }) => by === said.by);
  if (!last || last.text !== said.text || last.side !== said.side) return false;
  return world.now().getTime() - last.at.getTime() < repeatedWithinMs;
}
