import { z } from 'zod';
import { defineMessage, only } from '../../../delivery/message.ts';
import { personId } from '../../../input.ts';
import type { Person } from '../../person.ts';

/** An administrator has let the person in. */
export const letIn = defineMessage({
  kind: 'let-in',
  // Rows of an earlier version lack `personId`, because the row itself names its recipient; a later version requires
  // it.
  payload: z.object({ personId: personId.optional() }),
  class: 'answer',
  recipients: async (_world, { personId }) => only(personId === undefined ? [] : [{ id: personId }]),
  content: async (world, reader: Person) => ({ reader, organisation: world.organisation }),
});
