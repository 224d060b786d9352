import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import { textLimits, words } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { audienceOf, campaignPrompt } from './campaign-prompt.ts';
import { isAdmin } from './open-campaign-form.ts';

/** A round of asking: every leader of the audience who has not said no gets one prompt, a snoozed one later. */
export const startCampaign = useCase({
  name: 'start-campaign',
  does: 'change',
  input: z.object({
    question: words(textLimits.question),
    administration: z.string().max(200, 'not-a-choice').optional(),
  }),
  allows: isAdmin,
  async run(world, actor, { question, administration }) {
    const audience = await audienceOf(world, administration || null);
    if (audience.length === 0) return refuse('invalid-input', { administration: 'not-a-choice' });
    const campaign = {
      id: world.newId(),
      question,
      administration: administration || null,
      startedBy: actor.id,
      startedAt: world.now(),
    };
    await world.campaigns.add(campaign);
    const asked = audience.filter((person) => !person.promptsStopped);
    await notify(world, campaignPrompt, { campaignId: campaign.id });
    return done({ asked: asked.length, leftOut: audience.length - asked.length });
  },
});
