import { z } from 'zod';
import { isManager } from '../people/roles.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { digestNow } from './digest.ts';

/** Gives the status-overblik of a manager's own area, with each request in its present state. */
export const showDigest = useCase({
  name: 'show-digest',
  does: 'look-up',
  input: z.object({}),
  allows: isManager,
  async run(world, actor) {
    return done(await digestNow(world, actor));
  },
});
