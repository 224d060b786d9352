import { z } from 'zod';
import { aboutId } from '../input.ts';
import { anyone } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import { ownDraft } from '../requests/drafts/shown-draft.ts';
import { relationsTo } from '../requests/visibility.ts';
import { useCase } from '../use-case.ts';

/** The files of a request, for whoever may see it, or of one's own draft. The links to them are the reader's own. */
export const showFiles = useCase({
  name: 'show-files',
  does: 'look-up',
  input: z.object({ about: aboutId }),
  allows: anyone,
  async run(world, actor, { about }) {
    // A draft that is sent becomes the request with the same id, so which of the two it is shows by looking.
    const request = await world.requests.byId(about);
    const allowed = request
      ? (await relationsTo(world, actor, request)).length > 0
      : (await ownDraft(world, actor, about)).ok;
    if (!allowed) return refuse('not-found');
    const files = await world.attachments.of(about);
    return done({ number: request?.number ?? null, files });
  },
});
