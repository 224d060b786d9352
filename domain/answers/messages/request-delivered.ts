import { z } from 'zod';
import { defineMessage } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { leader } from '../../requests/messages/audience.ts';
import { viewById } from '../../requests/view-request.ts';

/** The unit has kept its promise: the measure works now. */
export const requestDelivered = defineMessage({
  kind: 'request-delivered',
  payload: z.object({ requestId }),
  class: 'answer',
  recipients: (world, { requestId }) => leader(world, requestId),
  content: (world, reader: Person, { requestId }) => viewById(world, reader, requestId),
});
