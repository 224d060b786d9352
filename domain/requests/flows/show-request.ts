import { z } from 'zod';
import { requestId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { useCase } from '../../use-case.ts';
import { visibleByIdOrNumber, visibleRequest } from '../visible-request.ts';

/** Gives one request with its timeline, by its id or by the number that people say. */
export const showRequest = useCase({
  name: 'show-request',
  does: 'look-up',
  input: z.object({ request: z.string().min(1).max(64) }),
  allows: anyone,
  run: (world, actor, { request }) => visibleByIdOrNumber(world, actor, request),
});

/** Gives the request in its present state, for a client that shows an old card and asks for a new one. */
export const refreshRequest = useCase({
  name: 'refresh-request',
  does: 'look-up',
  input: z.object({ requestId }),
  allows: anyone,
  run: (world, actor, { requestId }) => visibleRequest(world, actor, requestId),
});
