import type { Series } from '../delivery/queue.ts';
import type { CampaignId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Campaign } from './campaign.ts';
import { campaignPrompt, promptClass } from './campaign-prompt.ts';

/** The progress of a campaign. */
export interface CampaignProgress {
  campaign: Campaign;
  /** The number of leaders who were sent the question. */
  asked: number;
  /** The number of those who wait for it; 0 after it was stopped. */
  waiting: number;
}

/** The prompts of a campaign, as the outbox knows them. */
export const promptsOf = (campaignId: CampaignId): Series => ({
  class: promptClass,
  message: { kind: campaignPrompt.kind, campaignId },
});

/** Counts the prompts of a campaign. */
export async function progressOf({ outbox }: World, campaign: Campaign): Promise<CampaignProgress> {
  const { sent, waiting } = await outbox.tally(promptsOf(campaign.id));
  return { campaign, asked: sent, waiting: campaign.cancelledAt === null ? waiting : 0 };
}
