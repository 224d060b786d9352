import { z } from 'zod';
import { aboutId } from '../input.ts';
import { anyone } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import { ownDraft } from '../requests/drafts/shown-draft.ts';
import { relationsTo } from '../requests/visibility.ts';
import { useCase } from '../use-case.ts';

/**
 * Gives the files of a request that the person may see, or of the person's own draft. Each reader gets links of their
 * own.
 */
export const showFiles = useCase({
  name: 'show-files',
  does: 'look-up',
  input: z.object({ about: aboutId }),
  allows: anyone,
  async run(world, actor, { about }) {
    // A sent draft becomes the request with the same id, so we look for the draft first.
    const request = await world.requests.byId(about);
    const allowed = request
      ? (await relationsTo(world, actor, request)).length > 0
      : (await ownDraft(world, actor, about)).ok;
    if (!allowed) return refuse('not-found');
    const files = await world.attachments.of(about);
    return done({ about, number: request?.number ?? null, files });
  },
});
