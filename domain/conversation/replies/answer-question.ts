import { z } from 'zod';
import { commentIdOf, type DraftId } from '../../ids.ts';
import { draftId, requestId, textLimits, words } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { anyone } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { canBeReply } from '../../requests/drafts/draft.ts';
import { fillOrAdd, heldBack, keepDraft } from '../../requests/drafts/keep-draft.ts';
import { ownDraft } from '../../requests/drafts/shown-draft.ts';
import { partyTo } from '../../requests/party.ts';
import { cleanText } from '../../text/clean-text.ts';
import { useCase } from '../../use-case.ts';
import { openQuestions } from '../open-questions.ts';
import { sendLater } from './send-reply.ts';

/** A card offers to send words as a reply to so many requests. */
const mostOffered = 2;

/**
 * Takes a plain message for the answer to the one question that is open. It goes out in two minutes, so that a slip can
 * be taken back; until then it is a draft, which follows an edit and a deletion of the message.
 */
export const answerQuestion = useCase({
  name: 'answer-question',
  does: 'change',
  input: z.object({ requestId, text: words(textLimits.comment) }),
  allows: anyone,
  async run(world, actor, { requestId, text }, context) {
    const party = await partyTo(world, actor, requestId, context);
    if (!party.ok) return party;
    const { message } = context;
    const drafts = await world.drafts.ofPerson(actor.id);
    // A message that Teams repeats under another id.
    const same = drafts.find(
      (draft) => draft.text === text && draft.reply?.is === 'going' && draft.reply.to === requestId,
    );
    const said = { text, editedAt: message?.editedAt ?? undefined, reply: { is: 'unclear', among: [] } } as const;
    const id = same?.id ?? (await fillOrAdd(world, actor, drafts[0], said));
    if (!same) await sendLater(world, id, requestId);
    if (message) await world.postings.put({ ...message.at, about: id, kind: 'words', to: actor.id });
    return done({ draftId: id });
  },
});

/**
 * Keeps words of which nobody but their writer knows whether they answer one of the open questions or are a wish; the
 * card asks.
 */
export const askAboutWords = useCase({
  name: 'ask-about-words',
  does: 'change',
  input: z.object({ text: z.string().transform(cleanText) }),
  allows: anyone,
  async run(world, actor, { text }, context) {
    const open = await openQuestions(world, actor);
    const among = open.slice(0, mostOffered).map(({ request }) => request.id);
    return keepDraft(world, actor, text, context, among.length === 0 ? null : { is: 'unclear', among });
  },
});

/** "Svar til Koncern HR om …": sends words that were kept as a reply about a request. */
export const sendAsReply = useCase({
  name: 'send-as-reply',
  does: 'setting',
  input: z.object({ draftId, requestId }),
  allows: anyone,
  async run(world, actor, { draftId, requestId }, context) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return (await wasSent(world, actor, draftId)) ? refuse('reply-sent') : found;
    const { text, reply } = found.value;
    const isGoing = reply?.is === 'going' && reply.to === requestId;
    const party = await partyTo(world, actor, requestId, context);
    if (!party.ok) return party;
    if (!canBeReply(text)) return refuse(text.length > textLimits.comment ? 'too-long' : 'stale-card');
    if (!isGoing) await sendLater(world, draftId, requestId);
    return done({ draftId });
  },
});

/**
 * "Det var et nyt ønske", "Tag tilbage": words that were or may be a reply are a draft again. Refuses once they are sent.
 */
export const takeReplyBack = useCase({
  name: 'take-reply-back',
  does: 'setting',
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return (await wasSent(world, actor, draftId)) ? refuse('reply-sent') : found;
    await world.drafts.setReply(draftId, heldBack(actor, found.value.reply));
    return done({ draftId });
  },
});

async function wasSent(world: World, actor: Person, draftId: DraftId): Promise<boolean> {
  return (await world.comments.byId(commentIdOf(draftId)))?.by === actor.id;
}
