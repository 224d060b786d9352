import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { personId } from '../input.ts';

/** A person's Home tab is filled anew. One that fails is forgotten: the next change or opening fills it. */
export const fillHome = defineTask({
  kind: 'home',
  payload: z.object({ personId }),
  lane: ({ personId }) => `home:${personId}`,
  whenFailed: 'forget',
});
