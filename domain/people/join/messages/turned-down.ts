import { z } from 'zod';
import { defineTask } from '../../../delivery/background-task.ts';
import { joinId } from '../../../input.ts';

/**
 * Tells a person that an administrator has not let them in. They are nobody of the organisation, so it goes to the chat
 * that they asked from, in the hours of an answer. `hadWords`: what they wrote has been deleted.
 */
export const tellTurnedDown = defineTask({
  kind: 'tell-turned-down',
  payload: z.object({ joinId, hadWords: z.boolean() }),
  lane: ({ joinId }) => `join:${joinId}`,
  // Somebody who has taken the bot out of their chat needs no administrator.
  whenFailed: 'forget',
  disturbsAs: 'answer',
});
