import { z } from 'zod';
import { digestFor } from '../digest.ts';
import { hasRole, type Person } from '../organisation.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';

export const isManager = (actor: Person): boolean => hasRole(actor, 'manager');

/** The status-overblik of a manager's own area, as it stands now. */
export const showDigest = useCase({
  name: 'show-digest',
  does: 'look-up',
  input: z.object({}),
  allows: isManager,
  run: async (world, actor) => done(await digestFor(world, actor)),
});
