import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { cardVersion, requestId } from '../../input.ts';
import { maySubmit } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { requestWithdrawn } from '../messages/request-withdrawn.ts';
import { moveRequest, requestFor } from '../move-request.ts';

/** Withdraws the leader's request; an owner who has begun on it is told. */
export const withdrawRequest = useCase({
  name: 'withdraw-request',
  does: 'change',
  input: z.object({ requestId, version: cardVersion }),
  allows: maySubmit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'leader', 'withdraw', version);
    if (!found.ok) return found;
    const { state } = found.value;
    await moveRequest(world, actor, found.value, 'withdraw', {}, { type: 'withdrawn' });
    if (state !== 'routed') await notify(world, requestWithdrawn, { requestId });
    return done({ requestId });
  },
});
