import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { draftId, textLimits, words } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { done, refuse } from '../../refusal.ts';
import { cleanText } from '../../text/clean-text.ts';
import { findCprNumbers } from '../../text/cpr/find.ts';
import { useCase } from '../../use-case.ts';
import { draftKept } from '../messages/draft-kept.ts';
import { isOpen } from './draft.ts';
import { ownDraft } from './shown-draft.ts';

/**
 * Updates the draft when the person edits the message that it came from. Edits may arrive in another order than they
 * were made in, and the last one made counts.
 */
export const reviseDraft = useCase({
  name: 'revise-draft',
  does: 'change',
  pressable: false,
  input: z.object({ draftId, text: z.string().transform(cleanText) }),
  allows: anyone,
  async run(world, actor, { draftId, text }, { room, message }) {
    if (findCprNumbers(text).length > 0) return refuse('contains-cpr');
    if (text.length > textLimits.draft) return refuse('too-long');
    const found = await ownDraft(world, actor, draftId);
    // A sent draft stays as it was sent, because the other side may have read it.
    if (!found.ok) return refuse('edited-too-late');
    const editedAt = message?.editedAt ?? undefined;
    const { editedAt: last } = found.value;
    const isOvertaken = editedAt !== undefined && last !== undefined && editedAt < last;
    if (!isOvertaken) await world.drafts.setText(draftId, text, editedAt);
    // What cannot be sent as a reply any more waits for its writer.
    const maySend = isOpen(found.value) || words(textLimits.comment).safeParse(text).success;
    if (!maySend) await world.drafts.setReply(draftId, null);
    // In a channel everybody reads the reply.
    if (room) await notify(world, draftKept, { draftId, personId: actor.id });
    return done({ draftId });
  },
});
