import { z } from 'zod';
import { hasRole, type Person } from '../people/organisation.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';

export const isAdmin = (actor: Person): boolean => hasRole(actor, 'admin');

/** The form for a round of asking, with the administrations and how many leaders each has. */
export const openCampaignForm = useCase({
  name: 'open-campaign-form',
  does: 'look-up',
  input: z.object({}),
  allows: isAdmin,
  async run(world) {
    const leaders = (await world.people.all()).filter((person) => hasRole(person, 'leader'));
    const groups = Map.groupBy(leaders, (person) => person.administration);
    const administrations = [...groups].map(([name, people]) => ({ name, leaders: people.length }));
    return done({
      administrations: administrations.sort((a, b) => a.name.localeCompare(b.name, 'da')),
      leaders: leaders.length,
    });
  },
});
