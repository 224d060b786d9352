import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { type MessagePlace, nameOfMessage } from '../../delivery/posting.ts';
import { draftId, textLimits } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { cleanText } from '../../text/clean-text.ts';
import { cprProblem } from '../../text/cpr/said-numbers.ts';
import { useCase } from '../../use-case.ts';
import { draftKept } from '../messages/draft-kept.ts';
import { canBeReply, type Draft, type DraftPart } from './draft.ts';
import { heldBack } from './keep-draft.ts';
import { partAt, partsOf, partsWithMessages, textOf } from './parts/parts.ts';
import { ownDraft } from './shown-draft.ts';
import { twoWishes } from './split/two-wishes.ts';

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
    const found = await ownDraft(world, actor, draftId);
    const made = message && found.ok ? await world.postings.at(message.at) : null;
    const caption = made?.kind === 'files' ? made : null;
    if (caption && text === '') return done({ draftId });
    const before = found.ok ? partsOf(found.value) : [];
    const parts = found.ok && caption ? await withCaption(world, found.value, caption) : before;
    const index = message && parts.length > 1 ? partAt(parts, message.at) : 0;
    const editedAt = message?.editedAt ?? undefined;
    const revised = parts.map((part, at) => (at === index ? { ...part, text, ...(editedAt && { editedAt }) } : part));
    const whole = found.ok ? textOf(revised) : text;
    const problem = cprProblem(whole, found.ok ? found.value.numbers : undefined);
    if (problem) return refuse(problem);
    if (whole.length > textLimits.draft) return refuse('too-long');
    // A sent draft stays as it was sent, because the other side may have read it.
    if (!found.ok) return refuse('edited-too-late');
    const last = parts[index]?.editedAt;
    const isOvertaken = editedAt !== undefined && last !== undefined && editedAt < last;
    if (!isOvertaken) {
      if (parts.length > 1) await world.drafts.setParts(draftId, { text: whole, parts: revised }, found.value.text);
      else await setTexts(world, found.value, text, editedAt);
      if (caption) await world.postings.put({ ...caption, kind: 'words' }, false);
      // What cannot be sent as a reply any more waits for its writer.
      const { reply } = found.value;
      if (reply?.is === 'going' && !canBeReply(whole)) await world.drafts.setReply(draftId, heldBack(actor, reply));
    }
    // In a channel everybody reads the reply.
    if (room) await notify(world, draftKept, { draftId, personId: actor.id });
    return done({ draftId });
  },
});

/** The parts of a draft with an empty one for new words of a message that held files alone: they belong to its files. */
async function withCaption(world: World, draft: Draft, at: MessagePlace): Promise<readonly DraftPart[]> {
  const parts = (await partsWithMessages(world, draft)).filter(({ text }) => text !== '');
  return [...parts, { text: '', at: world.now(), messages: [nameOfMessage(at)] }];
}

/**
 * Of a message that was split, each draft follows its own half; when the halves are one again, the first has it all. A
 * half that has gone its own way, as a request say, does not come back.
 */
async function setTexts(world: World, { id, rest }: Draft, text: string, editedAt: Date | undefined): Promise<void> {
  const two = rest ? twoWishes(text) : null;
  await world.drafts.setText(id, two ? two[0].text : text, editedAt);
  const second = rest ? await world.drafts.byId(rest) : null;
  // Other words have been put to it, so it is no half any more.
  if (!second || second.parts) return;
  if (two) return world.drafts.setText(second.id, two[1].text, editedAt);
  await world.drafts.remove(second.id);
  await world.drafts.note(id, { rest: null });
}
