import { z } from 'zod';
import { id, textLimits } from '../../input.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cleanText } from '../../text/clean-text.ts';
import { useCase } from '../../use-case.ts';
import { type SuggestedFields, suggestFields } from '../suggest-fields/suggest-fields.ts';
import { ownDraft } from './own-draft.ts';
import { maySubmit } from './submit-request.ts';

/** What stands in the form when it opens: a draft, or words that were chosen elsewhere and are nobody's draft yet. */
export interface Prefilled {
  draftId: string | null;
  text: string;
  suggested: SuggestedFields;
}

/** The form for a new request, filled from a draft or from the text of a message when there is one. */
export const openRequestForm = useCase({
  name: 'open-request-form',
  does: 'look-up',
  input: z.object({ draftId: id.optional(), text: z.string().transform(cleanText).optional() }),
  allows: maySubmit,
  async run(world, actor, { draftId, text }): Promise<Result<Prefilled | null>> {
    const found = draftId === undefined ? null : await ownDraft(world, actor, draftId);
    if (found && !found.ok) return found;
    const words = found ? found.value.text : (text ?? '');
    if (words === '') return done(null);
    if (words.length > textLimits.request) return refuse('too-long');
    return done({ draftId: draftId ?? null, text: words, suggested: suggestFields(words) });
  },
});
