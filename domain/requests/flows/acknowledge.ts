import { z } from 'zod';
import { cardVersion, requestId } from '../../input.ts';
import { mayAnswer } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { moveRequest, requestFor } from '../move-request.ts';

/** "Gå i gang": notes that the owner has seen the request. The leader reads it in the timeline and is not disturbed. */
export const acknowledgeRequest = useCase({
  name: 'acknowledge-request',
  does: 'change',
  input: z.object({ requestId, version: cardVersion }),
  allows: mayAnswer,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'acknowledge', version);
    if (!found.ok) return found;
    await moveRequest(world, actor, found.value, 'acknowledge', {}, { type: 'acknowledged' });
    return done({ requestId });
  },
});
