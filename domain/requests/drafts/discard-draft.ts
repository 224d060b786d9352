import { z } from 'zod';
import { id } from '../../input.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { ownDraft } from './own-draft.ts';
import { maySubmit } from './submit-request.ts';

export const discardDraft = useCase({
  name: 'discard-draft',
  does: 'change',
  input: z.object({ draftId: id }),
  allows: maySubmit,
  async run(world, actor, { draftId }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    await world.drafts.remove(draftId);
    for (const { id } of await world.attachments.of(draftId)) await world.attachments.remove(id);
    return done({});
  },
});
