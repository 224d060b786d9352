import type { CampaignId } from '../../domain/ids.ts';
import { type Campaigns, Collision } from '../../domain/ports.ts';
import { fromStored, toStored } from '../stored.ts';
import { together } from '../together.ts';
import type { CampaignCollections } from './collections.ts';

/** Campaigns in MongoDB, of one organisation. */
export function campaignsOf({ campaigns }: CampaignCollections, organisation: string): Campaigns {
  return {
    async add(campaign) {
      await campaigns.create([toStored(organisation, campaign)]);
    },
    // Its prompts are delivered by the dozen, and each asks.
    byId: together(async (id: CampaignId) => {
      const found = await campaigns.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    }),
    async newest(most) {
      const found = await campaigns.find({ organisation }).sort({ startedAt: -1 }).limit(most).lean();
      return found.map(fromStored);
    },
    async cancel(id, cancelledBy, cancelledAt) {
      const running = { _id: id, organisation, cancelledAt: null };
      const { modifiedCount } = await campaigns.updateOne(running, { cancelledAt, cancelledBy });
      if (modifiedCount === 0) throw new Collision('somebody else has stopped it meanwhile');
    },
  };
}
