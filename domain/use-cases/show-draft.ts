import { z } from 'zod';
import { id } from '../input.ts';
import { done, type Result, refuse } from '../refusal.ts';
import type { Draft } from '../request.ts';
import { type SuggestedFields, suggestFields } from '../suggest-fields.ts';
import { useCase } from '../use-case.ts';
import { draftProblem } from './draft-request.ts';
import { maySubmit } from './submit-request.ts';

export interface ShownDraft {
  draft: Draft;
  suggested: SuggestedFields;
  problem: ReturnType<typeof draftProblem>;
}

/** A draft with what the bot understood of it: "Er det rigtigt forstået?" */
export const showDraft = useCase({
  name: 'show-draft',
  does: 'look-up',
  input: z.object({ draftId: id }),
  allows: maySubmit,
  async run(world, actor, { draftId }): Promise<Result<ShownDraft>> {
    const draft = await world.drafts.byId(draftId);
    if (!draft || draft.personId !== actor.id) return refuse('nothing-there');
    return done({ draft, suggested: suggestFields(draft.text), problem: draftProblem(draft.text) });
  },
});
