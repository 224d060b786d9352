import { DateTime } from 'luxon';
import { z } from 'zod';
import { hasRole, type Person } from '../people/organisation.ts';
import { done } from '../refusal.ts';
import { zone } from '../time/local-time.ts';
import { useCase } from '../use-case.ts';
import { digestFor } from './digest.ts';

export const isManager = (actor: Person): boolean => hasRole(actor, 'manager');

/** The status-overblik of a manager's own area, as it stands now. */
export const showDigest = useCase({
  name: 'show-digest',
  does: 'look-up',
  input: z.object({}),
  allows: isManager,
  async run(world, actor) {
    const tomorrow = DateTime.fromJSDate(world.now(), { zone }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
    return done(await digestFor(world, actor, tomorrow));
  },
});
