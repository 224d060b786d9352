import { z } from 'zod';
import { id } from '../../input.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import type { Attachment } from '../attachment.ts';
import type { Draft } from '../request.ts';
import { type SuggestedFields, suggestFields } from '../suggest-fields/suggest-fields.ts';
import { draftProblem } from './draft-request.ts';
import { ownDraft } from './own-draft.ts';
import { maySubmit } from './submit-request.ts';

export interface ShownDraft {
  draft: Draft;
  suggested: SuggestedFields;
  problem: ReturnType<typeof draftProblem>;
  files: Attachment[];
}

/** A draft with what the bot understood of it: "Er det rigtigt forstået?" */
export const showDraft = useCase({
  name: 'show-draft',
  does: 'look-up',
  input: z.object({ draftId: id }),
  allows: maySubmit,
  async run(world, actor, { draftId }): Promise<Result<ShownDraft>> {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const draft = found.value;
    const files = await world.attachments.of(draftId);
    return done({ draft, suggested: suggestFields(draft.text), problem: draftProblem(draft.text), files });
  },
});
