import { z } from 'zod';
import { id } from '../../input.ts';
import { anyone, useCase } from '../../use-case.ts';
import { visibleRequest } from '../visible-request.ts';

/** The request as it stands now, in place of the card that shows it: what a client asks for when it shows an old one. */
export const refreshRequest = useCase({
  name: 'refresh-request',
  does: 'look-up',
  input: z.object({ requestId: id }),
  allows: anyone,
  run: (world, actor, { requestId }) => visibleRequest(world, actor, requestId),
});
