import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { requestId, unitId } from '../input.ts';

/** Updates all cards of a request: in channels and on Home tabs. */
export const requestChanged = defineTask({
  kind: 'request-changed',
  // `closedUnit` is the unit that the request left by its closing; its channels no longer say which unit they showed.
  payload: z.object({ requestId, closedUnit: unitId.optional() }),
  lane: ({ requestId }) => `request:${requestId}`,
  whenFailed: 'park',
});
