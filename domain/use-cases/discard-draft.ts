import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { maySubmit } from './submit-request.ts';

export const discardDraft = useCase({
  name: 'discard-draft',
  does: 'change',
  input: z.object({ draftId: id }),
  allows: maySubmit,
  async run(world, actor, { draftId }) {
    const draft = await world.drafts.byId(draftId);
    if (!draft || draft.personId !== actor.id) return refuse('nothing-there');
    await world.drafts.remove(draftId);
    return done({});
  },
});
