import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { viewById } from '../view-request.ts';
import { ownersOrAdmins } from '../visibility.ts';

/**
 * The leader has withdrawn a request that an owner had begun on. Nobody stands in for an owner who cannot be reached.
 */
export const requestWithdrawn = defineMessage({
  kind: 'request-withdrawn',
  payload: z.object({ requestId }),
  class: 'request',
  async recipients(world, { requestId }) {
    const request = await world.requests.byId(requestId);
    return only(request ? await ownersOrAdmins(world, request.unit) : []);
  },
  content: (world, reader: Person, { requestId }) => viewById(world, reader, requestId),
});
