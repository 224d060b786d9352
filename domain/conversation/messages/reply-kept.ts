import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { draftId } from '../../input.ts';
import type { Person } from '../../people/person.ts';

/** A reply could not be sent, because its writer can no longer write about the request. Its words are kept. */
export const replyKept = defineMessage({
  kind: 'reply-kept',
  payload: z.object({ draftId }),
  class: 'reply',
  async recipients(world, { draftId }) {
    const draft = await world.drafts.byId(draftId);
    return only(draft ? [{ id: draft.personId }] : []);
  },
  content: (world, _reader: Person, { draftId }) => world.drafts.byId(draftId),
});
