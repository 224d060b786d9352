import { z } from 'zod';
import { officeHours } from '../delivery/notify.ts';
import { textLimits, words } from '../input.ts';
import { hasRole, type Person } from '../people/organisation.ts';
import { done, refuse } from '../refusal.ts';
import { nextWorkingMoment } from '../time/working-days.ts';
import { useCase } from '../use-case.ts';
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
    const audience = (await world.people.all()).filter(
      (person) => hasRole(person, 'leader') && (!administration || person.administration === administration),
    );
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
    const message = { kind: 'campaign-prompt', campaignId: campaign.id } as const;
    await world.outbox.add(
      asked.map((person) => ({ to: person.id, message, notBefore: promptTime(person, world.now()) })),
    );
    return done({ asked: asked.length, leftOut: audience.length - asked.length });
  },
});

function promptTime(person: Person, now: Date): Date {
  const snoozed = person.promptsSnoozedUntil;
  return nextWorkingMoment(snoozed && snoozed > now ? snoozed : now, officeHours);
}
