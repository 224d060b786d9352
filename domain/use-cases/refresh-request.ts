import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { anyone, useCase } from '../use-case.ts';
import { viewRequest } from '../view-request.ts';

/** The request as it stands now, in place of the card that shows it: what a client asks for when it shows an old one. */
export const refreshRequest = useCase({
  name: 'refresh-request',
  does: 'look-up',
  input: z.object({ requestId: id }),
  allows: anyone,
  async run(world, actor, { requestId }) {
    const request = await world.requests.byId(requestId);
    const view = request && (await viewRequest(world, actor, request));
    return view ? done(view) : refuse('not-found');
  },
});
