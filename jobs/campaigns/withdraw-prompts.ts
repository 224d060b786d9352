import { withdrawAll } from '../../domain/campaigns/cancel-campaign.ts';
import type { Payload } from '../../domain/index.ts';
import type { Work } from '../delivery.ts';

/** Takes the prompts of a stopped campaign out of the queue, in batches. */
export const takeOutPrompts: Work<Payload<'withdraw-prompts'>> = {
  run: ({ world }, payload) => withdrawAll(world, payload),
};
