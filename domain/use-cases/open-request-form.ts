import { z } from 'zod';
import { id, textLimits } from '../input.ts';
import { ownDraft } from '../own-draft.ts';
import { done, type Result, refuse } from '../refusal.ts';
import type { Draft } from '../request.ts';
import { type SuggestedFields, suggestFields } from '../suggest-fields.ts';
import { useCase } from '../use-case.ts';
import { maySubmit } from './submit-request.ts';

/** The form for a new request, filled from a draft when there is one. */
export const openRequestForm = useCase({
  name: 'open-request-form',
  does: 'look-up',
  input: z.object({ draftId: id.optional() }),
  allows: maySubmit,
  async run(world, actor, { draftId }): Promise<Result<{ draft: (Draft & { suggested: SuggestedFields }) | null }>> {
    if (draftId === undefined) return done({ draft: null });
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const draft = found.value;
    if (draft.text.length > textLimits.request) return refuse('too-long');
    return done({ draft: { ...draft, suggested: suggestFields(draft.text) } });
  },
});
