import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { requestId } from '../input.ts';

/** Everything that shows the request is brought up to date: channels and Home tabs. */
export const requestChanged = defineTask({
  kind: 'request-changed',
  payload: z.object({ requestId }),
  lane: ({ requestId }) => `request:${requestId}`,
  whenFailed: 'park',
});
