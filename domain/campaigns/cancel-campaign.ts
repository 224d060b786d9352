import { z } from 'zod';
import { defineTask, enqueue } from '../delivery/background-task.ts';
import { campaignId } from '../input.ts';
import { isAdmin } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { promptsOf } from './campaign-progress.ts';

/** So many prompts leave the queue in one transaction. */
const batch = 500;

/** Takes the prompts of a stopped campaign out of the queue. */
export const withdrawPrompts = defineTask({
  kind: 'withdraw-prompts',
  payload: z.object({ campaignId }),
  lane: ({ campaignId }) => `campaign ${campaignId}`,
  whenFailed: 'park',
});

/** Does that work; it may be cut off and done again. */
export async function withdrawAll(
  world: World,
  { campaignId }: z.output<typeof withdrawPrompts.payload>,
): Promise<void> {
  let withdrawn: number;
  do {
    withdrawn = await world.transaction(() => world.outbox.withdraw(promptsOf(campaignId), batch));
  } while (withdrawn === batch);
}

/**
 * Stops a campaign: from the commit on no prompt of it is sent but those that are under way. Prompts that wait are settled
 * when their turn comes, and most leave the queue before.
 */
export const cancelCampaign = useCase({
  name: 'cancel-campaign',
  does: 'change',
  input: z.object({ campaignId }),
  allows: isAdmin,
  async run(world, actor, { campaignId }) {
    const campaign = await world.campaigns.byId(campaignId);
    if (!campaign) return refuse('nothing-there');
    if (campaign.cancelledAt !== null) return refuse('decided-already');
    await world.campaigns.cancel(campaignId, actor.id, world.now());
    await enqueue(world, withdrawPrompts, { campaignId });
    return done({ campaignId });
  },
});
