import { z } from 'zod';
import { draftId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { ownDraft } from './shown-draft.ts';

/** Deletes a person's own draft with its files. */
export const discardDraft = useCase({
  name: 'discard-draft',
  does: 'change',
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    await world.drafts.remove(draftId);
    await world.attachments.removeOf(draftId);
    return done({});
  },
});
