import { z } from 'zod';
import { defineMessage } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { awaitsAnswer } from '../transitions.ts';
import { viewById } from '../view-request.ts';
import { handlersOfRequest } from './audience.ts';

/** A request has come to a unit, from a leader or from another unit. */
export const requestArrived = defineMessage({
  kind: 'request-arrived',
  payload: z.object({ requestId }),
  class: 'request',
  recipients: (world, { requestId }) => handlersOfRequest(world, requestId),
  async content(world, reader: Person, { requestId }) {
    const view = await viewById(world, reader, requestId);
    if (!view || !awaitsAnswer(view.request.state)) return null;
    // An administrator gets the message when no owner can be reached.
    return view.may.answer || view.relation === 'admin' ? view : null;
  },
});
