import { z } from 'zod';
import { defineMessage, only } from '../delivery/message.ts';
import type { AdministrationId } from '../ids.ts';
import { campaignId } from '../input.ts';
import type { Person } from '../people/person.ts';
import { hasRole } from '../people/roles.ts';
import type { World } from '../ports.ts';

/** Every leader of an administration, or of the organisation. */
export async function audienceOf(world: World, administration: AdministrationId | null): Promise<Person[]> {
  return (await world.people.all()).filter((person) => isAsked(person, administration));
}

const isAsked = (person: Person, administration: AdministrationId | null) =>
  hasRole(person, 'leader') && (administration === null || person.administrationId === administration);

export const promptClass = 'nudge';

/** An opfordring: one prompt of a campaign to one leader. */
export const campaignPrompt = defineMessage({
  kind: 'campaign-prompt',
  payload: z.object({ campaignId }),
  class: promptClass,
  async recipients(world, { campaignId }) {
    const campaign = await world.campaigns.byId(campaignId);
    if (!campaign) return only([]);
    return only((await audienceOf(world, campaign.administration)).filter(({ promptsStopped }) => !promptsStopped));
  },
  notBefore: async (world, to) => (await world.people.byId(to))?.promptsSnoozedUntil ?? null,
  async content(world, reader: Person, { campaignId }) {
    const campaign = reader.promptsStopped ? null : await world.campaigns.byId(campaignId);
    // Somebody may have moved since the campaign began.
    return campaign?.cancelledAt === null && isAsked(reader, campaign.administration) ? campaign : null;
  },
});
