import { z } from 'zod';
import { draftId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { useCase } from '../../use-case.ts';
import { shownDraft } from './shown-draft.ts';

/** "Er det rigtigt forstået?": gives a draft with the fields that the bot suggests. */
export const showDraft = useCase({
  name: 'show-draft',
  does: 'look-up',
  input: z.object({ draftId }),
  allows: anyone,
  run: (world, actor, { draftId }) => shownDraft(world, actor, draftId),
});
