import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { requestId } from '../input.ts';

/** Updates all cards of a request: in channels and on Home tabs. */
export const requestChanged = defineTask({
  kind: 'request-changed',
  payload: z.object({ requestId }),
  lane: ({ requestId }) => `request:${requestId}`,
  whenFailed: 'park',
});
