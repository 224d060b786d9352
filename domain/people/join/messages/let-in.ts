import { z } from 'zod';
import { defineMessage, only } from '../../../delivery/message.ts';
import { draftId, personId } from '../../../input.ts';
import type { Person } from '../../person.ts';

/** An administrator has let the person in; what they wrote before is theirs again, as drafts. */
export const letIn = defineMessage({
  kind: 'let-in',
  // Rows of an earlier version lack `personId`, because the row itself names its recipient; a later version requires
  // it.
  payload: z.object({ personId: personId.optional(), draftIds: z.array(draftId).optional() }),
  class: 'answer',
  recipients: async (_world, { personId }) => only(personId === undefined ? [] : [{ id: personId }]),
  async content(world, reader: Person, { draftIds = [] }) {
    // Some may have been sent or deleted meanwhile.
    const all = await Promise.all(draftIds.map((id) => world.drafts.byId(id)));
    const drafts = all.filter((draft) => draft?.personId === reader.id).filter((draft) => draft !== null);
    return { reader, organisation: world.organisation, drafts };
  },
});
