import { z } from 'zod';
import { defineMessage } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { handlersOfRequest } from '../../requests/messages/audience.ts';
import { viewById } from '../../requests/view-request.ts';

/** A trial has ended, and nobody has said yet what came of it. */
export const trialEnded = defineMessage({
  kind: 'trial-ended',
  payload: z.object({ requestId, until: z.iso.date() }),
  class: 'nudge',
  recipients: (world, { requestId }) => handlersOfRequest(world, requestId),
  async content(world, reader: Person, { requestId, until }) {
    const view = await viewById(world, reader, requestId);
    const { answer, may } = view ?? {};
    return view && answer?.decision === 'trial' && answer.horizon.end === until && may?.correct
      ? { view, answer }
      : null;
  },
});
