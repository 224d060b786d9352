import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import { cardVersion, requestId } from '../input.ts';
import { mayAnswer } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import { moveRequest, requestFor } from '../requests/move-request.ts';
import { mayDeliver } from '../requests/view-request.ts';
import { useCase } from '../use-case.ts';
import { requestDelivered } from './messages/request-delivered.ts';

/** Marks the promise as kept: the measure works now, and the leader is told. */
export const deliverRequest = useCase({
  name: 'deliver-request',
  does: 'change',
  input: z.object({ requestId, version: cardVersion }),
  allows: mayAnswer,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'deliver', version);
    if (!found.ok) return found;
    if (!mayDeliver(found.value)) return refuse('wrong-state');
    await moveRequest(world, actor, found.value, 'deliver', { deliveredAt: world.now() }, { type: 'delivered' });
    await notify(world, requestDelivered, { requestId });
    return done({ requestId });
  },
});
