import { z } from 'zod';
import { hasRole, type Person } from '../../people/organisation.ts';
import type { World } from '../../ports.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { isOverdue } from '../view-request.ts';

export const ownsAUnit = (actor: Person): boolean => hasRole(actor, 'processOwner') || hasRole(actor, 'admin');

/** The unit's inbox: what awaits an answer or a promised delivery, the most urgent first. */
export const listInbox = useCase({
  name: 'list-inbox',
  does: 'look-up',
  input: z.object({}),
  allows: ownsAUnit,
  async run(world, actor) {
    const units = hasRole(actor, 'processOwner') && actor.unit ? [actor.unit] : [];
    if (hasRole(actor, 'admin')) units.push(...(await unitsWithoutOwner(world)));
    const requests = (await Promise.all(units.map((unit) => world.requests.openOfUnit(unit)))).flat();
    const now = world.now();
    return done({ units, requests: requests.map((request) => ({ request, overdue: isOverdue(request, now) })) });
  },
});

/** Administrators stand in for units that nobody owns, also for such as the organisation no longer has. */
async function unitsWithoutOwner(world: World): Promise<string[]> {
  const units = new Set([...world.organisation.units.map(({ name }) => name), ...(await world.requests.openUnits())]);
  const owned = await Promise.all(
    [...units].map(async (name) => ({ name, owners: (await world.people.ownersOf(name)).length })),
  );
  return owned.filter(({ owners }) => owners === 0).map(({ name }) => name);
}
