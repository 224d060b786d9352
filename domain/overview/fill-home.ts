import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { personId } from '../input.ts';

/** Updates a person's Home tab. A failed task is forgotten, because the next change or opening updates the tab. */
export const fillHome = defineTask({
  kind: 'home',
  payload: z.object({ personId }),
  lane: ({ personId }) => `home:${personId}`,
  whenFailed: 'forget',
});
