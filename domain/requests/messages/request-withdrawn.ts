import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { viewById } from '../view-request.ts';
import { ownersOrAdmins } from '../visibility.ts';
import { requestArrived } from './request-arrived.ts';

/**
 * The leader has withdrawn a request that its owners have heard of. Nobody stands in for an owner who cannot be reached.
 */
export const requestWithdrawn = defineMessage({
  kind: 'request-withdrawn',
  payload: z.object({ requestId }),
  class: 'request',
  async recipients(world, { requestId }) {
    const request = await world.requests.byId(requestId);
    return only(request ? await ownersOrAdmins(world, request.unit) : []);
  },
  async content(world, reader: Person, { requestId }) {
    const view = await viewById(world, reader, requestId);
    return view?.request.state === 'withdrawn' ? view : null;
  },
});

/** The leader has taken the withdrawal back, so the request waits for an answer again. */
export const requestRestored = defineMessage({ ...requestArrived, kind: 'request-restored' });
