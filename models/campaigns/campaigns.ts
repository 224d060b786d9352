import type { Campaigns } from '../../domain/ports.ts';
import { fromStored, toStored } from '../stored.ts';
import type { CampaignCollections } from './collections.ts';

/** Campaigns in MongoDB, of one organisation. */
export function campaignsOf({ campaigns }: CampaignCollections, organisation: string): Campaigns {
  return {
    async add(campaign) {
      await campaigns.create([toStored(organisation, campaign)]);
    },
    async byId(id) {
      const found = await campaigns.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
  };
}
