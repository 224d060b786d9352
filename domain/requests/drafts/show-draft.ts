import { z } from 'zod';
import { draftId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { shownDraft } from './shown-draft.ts';

/** "Er det rigtigt forstået?": gives a draft with the fields that the bot suggests; after a no, it asks what is wrong. */
export const showDraft = useCase({
  name: 'show-draft',
  does: 'look-up',
  input: z.object({ draftId, after: z.literal('no').optional() }),
  allows: anyone,
  async run(world, actor, { draftId, after }) {
    const shown = await shownDraft(world, actor, draftId);
    return shown.ok ? done({ ...shown.value, isWrong: after === 'no' }) : shown;
  },
});
