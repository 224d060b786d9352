import { z } from 'zod';
import { campaignId } from '../input.ts';
import { isAdmin } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { progressOf } from './campaign-progress.ts';

const mostListed = 10;

/** Gives the newest campaigns, with how far each has come. */
export const listCampaigns = useCase({
  name: 'list-campaigns',
  does: 'look-up',
  input: z.object({}),
  allows: isAdmin,
  async run(world) {
    const campaigns = await world.campaigns.newest(mostListed);
    return done(await Promise.all(campaigns.map((campaign) => progressOf(world, campaign))));
  },
});

/** Gives one campaign, with how far it has come. */
export const showCampaign = useCase({
  name: 'show-campaign',
  does: 'look-up',
  input: z.object({ campaignId }),
  allows: isAdmin,
  async run(world, _actor, { campaignId }) {
    const campaign = await world.campaigns.byId(campaignId);
    return campaign ? done(await progressOf(world, campaign)) : refuse('nothing-there');
  },
});
