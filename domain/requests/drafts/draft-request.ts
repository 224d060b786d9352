import { z } from 'zod';
import { editedAt, textLimits } from '../../input.ts';
import { done, refuse } from '../../refusal.ts';
import { cleanText, hasWords } from '../../text/clean-text.ts';
import { findCprNumbers } from '../../text/cpr/find.ts';
import { useCase } from '../../use-case.ts';
import { maySubmit } from './submit-request.ts';

/**
 * Keeps what a leader wrote in chat as a draft, whatever it is: nothing said to the bot is lost. The one thing never
 * kept is a text with a CPR number, which stays in the leader's own chat for correction.
 */
export const draftRequest = useCase({
  name: 'draft-request',
  does: 'change',
  input: z.object({ text: z.string().transform(cleanText), editedAt }),
  allows: maySubmit,
  async run(world, actor, { text, editedAt }) {
    if (findCprNumbers(text).length > 0) return refuse('contains-cpr');
    if (text.length > textLimits.draft) return refuse('too-long');
    const drafts = await world.drafts.ofPerson(actor.id);
    const same = drafts.find((draft) => draft.text === text);
    if (same) return done({ draftId: same.id });
    // A file came first and waits for its words.
    const [newest] = drafts;
    if (newest?.text === '') {
      await world.drafts.setText(newest.id, text, editedAt);
      return done({ draftId: newest.id });
    }
    const draft = {
      id: world.newId(),
      personId: actor.id,
      text,
      createdAt: world.now(),
      ...(editedAt ? { editedAt } : {}),
    };
    await world.drafts.add(draft);
    return done({ draftId: draft.id });
  },
});

/** Why a draft cannot be sent as it stands, or null. */
export function draftProblem(text: string): 'no-words' | 'too-long' | null {
  if (!hasWords(text)) return 'no-words';
  return text.length > textLimits.request ? 'too-long' : null;
}
