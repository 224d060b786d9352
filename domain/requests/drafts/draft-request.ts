import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import type { DraftId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import { maySubmit } from '../../people/roles.ts';
import { done, refuse } from '../../refusal.ts';
import { cleanText } from '../../text/clean-text.ts';
import { findCprNumbers } from '../../text/cpr/find.ts';
import { useCase } from '../../use-case.ts';
import { draftKept } from '../messages/draft-kept.ts';
import type { Draft } from './draft.ts';

/**
 * Keeps a leader's chat message as a draft, so that nothing that is said to the bot is lost. A text with a CPR number
 * is never kept; it stays in the leader's own chat for correction.
 */
export const draftRequest = useCase({
  name: 'draft-request',
  does: 'change',
  input: z.object({ text: z.string().transform(cleanText) }),
  allows: maySubmit,
  async run(world, actor, { text }, { room, message }) {
    if (findCprNumbers(text).length > 0) return refuse('contains-cpr');
    if (text.length > textLimits.draft) return refuse('too-long');
    const editedAt = message?.editedAt ?? undefined;
    const drafts = await world.drafts.ofPerson(actor.id);
    const [newest] = drafts;
    const same = drafts.find((draft) => draft.text === text);
    let draftId: DraftId;
    if (same) draftId = same.id;
    else if (newest?.text === '') {
      // A file came first, and its draft waits for these words.
      draftId = newest.id;
      await world.drafts.setText(draftId, text, editedAt);
    } else {
      draftId = world.newId();
      const draft: Draft = { id: draftId, personId: actor.id, text, createdAt: world.now() };
      await world.drafts.add(editedAt ? { ...draft, editedAt } : draft);
    }
    if (message) await world.postings.put({ ...message.at, about: draftId, kind: 'words', to: actor.id });
    // In a channel everybody reads the reply.
    if (room) await notify(world, draftKept, { draftId, personId: actor.id });
    return done({ draftId });
  },
});
