import { z } from 'zod';
import { anyone, useCase } from '../../use-case.ts';
import { asSeenBy } from '../visible-request.ts';

/** One request with its timeline, by id or by the number people say. */
export const showRequest = useCase({
  name: 'show-request',
  does: 'look-up',
  input: z.object({ request: z.string().min(1).max(64) }),
  allows: anyone,
  async run(world, actor, { request: idOrNumber }) {
    const request =
      (await world.requests.byId(idOrNumber)) ?? (await world.requests.byNumber(idOrNumber.toUpperCase()));
    return asSeenBy(world, actor, request);
  },
});
