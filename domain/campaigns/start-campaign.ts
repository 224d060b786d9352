import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import type { CampaignId } from '../ids.ts';
import { administrationId, textLimits, words } from '../input.ts';
import { noAdministration } from '../people/administrations.ts';
import { hasRole, isAdmin } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf, campaignPrompt } from './campaign-prompt.ts';

/** Gives the form for a campaign, with the administrations and the number of leaders in each. */
export const openCampaignForm = useCase({
  name: 'open-campaign-form',
  does: 'look-up',
  input: z.object({}),
  allows: isAdmin,
  async run(world) {
    const leaders = (await world.people.all()).filter((person) => hasRole(person, 'leader'));
    const groups = Map.groupBy(leaders, (person) => person.administrationId);
    // Leaders whom no list names belong to no administration; a choice without a name is refused by Slack.
    groups.delete(noAdministration);
    const administrations = [...groups].map(([id, people]) => ({
      id,
      name: people[0]?.administration ?? '',
      leaders: people.length,
    }));
    return done({
      administrations: administrations.sort((a, b) => a.name.localeCompare(b.name, 'da')),
      leaders: leaders.length,
    });
  },
});

interface Started {
  asked: number;
  leftOut: number;
  /** Absent in an outcome that an earlier version kept. */
  campaignId?: CampaignId;
}

/**
 * Starts a campaign: each leader in the audience gets one prompt, after a snooze if there is one; leaders who have
 * opted out get none.
 */
export const startCampaign = useCase({
  name: 'start-campaign',
  does: 'change',
  input: z.object({
    question: words(textLimits.question),
    administration: administrationId.optional(),
  }),
  allows: isAdmin,
  async run(world, actor, { question, administration }) {
    const audience = await audienceOf(world, administration || null);
    if (audience.length === 0) return refuse('invalid-input', { administration: 'not-a-choice' });
    const campaign: Campaign = {
      id: world.newId(),
      question,
      administration: administration || null,
      startedBy: actor.id,
      startedAt: world.now(),
      cancelledAt: null,
      cancelledBy: null,
    };
    await world.campaigns.add(campaign);
    const asked = audience.filter((person) => !person.promptsStopped);
    await notify(world, campaignPrompt, { campaignId: campaign.id });
    const { id: campaignId } = campaign;
    return done<Started>({ asked: asked.length, leftOut: audience.length - asked.length, campaignId });
  },
});
