import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { draftId, personId } from '../../input.ts';
import { unitOfArea } from '../../people/organisation.ts';
import type { Person } from '../../people/person.ts';
import { shownDraft } from '../drafts/shown-draft.ts';

/** Words that a person wrote to the bot in a channel are a draft, which only they see. */
export const draftKept = defineMessage({
  kind: 'draft-kept',
  payload: z.object({ draftId, personId }),
  class: 'reply',
  recipients: async (_world, { personId }) => only([{ id: personId }]),
  async content(world, reader: Person, { draftId }) {
    const shown = await shownDraft(world, reader, draftId);
    if (!shown.ok) return null;
    const { area } = shown.value.suggested;
    return { ...shown.value, unit: (area && unitOfArea(world.organisation, area)?.name) ?? null };
  },
});
