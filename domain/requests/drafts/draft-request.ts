import { z } from 'zod';
import { anyone } from '../../people/roles.ts';
import { cleanText } from '../../text/clean-text.ts';
import { useCase } from '../../use-case.ts';
import { keepDraft } from './keep-draft.ts';

/**
 * Keeps a chat message as a draft, so that nothing that is said to the bot is lost. Words of somebody who may not submit
 * are kept, too, and they read what they can do.
 */
export const draftRequest = useCase({
  name: 'draft-request',
  does: 'change',
  input: z.object({ text: z.string().transform(cleanText) }),
  allows: anyone,
  run: (world, actor, { text }, context) => keepDraft(world, actor, text, context, null),
});
