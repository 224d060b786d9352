import { z } from 'zod';
import { hasRole, type Person } from '../organisation.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { isOverdue } from '../view-request.ts';

export const ownsAUnit = (actor: Person): boolean => hasRole(actor, 'processOwner') || hasRole(actor, 'admin');

/** The unit's inbox: what awaits an answer or a promised delivery, the most urgent first. */
export const listInbox = useCase({
  name: 'list-inbox',
  does: 'look-up',
  input: z.object({}),
  allows: ownsAUnit,
  async run(world, actor) {
    const units = actor.unit ? [actor.unit] : await unitsWithoutOwner(world.organisation.units, world.people.ownersOf);
    if (!actor.unit && !hasRole(actor, 'admin')) return refuse('not-allowed');
    const requests = (await Promise.all(units.map((unit) => world.requests.openOfUnit(unit)))).flat();
    const now = world.now();
    return done({ units, requests: requests.map((request) => ({ request, overdue: isOverdue(request, now) })) });
  },
});

/** Administrators stand in for units that nobody owns. */
async function unitsWithoutOwner(
  units: ReadonlyArray<{ name: string }>,
  ownersOf: (unit: string) => Promise<Person[]>,
): Promise<string[]> {
  const owned = await Promise.all(units.map(async ({ name }) => ({ name, owners: (await ownersOf(name)).length })));
  return owned.filter(({ owners }) => owners === 0).map(({ name }) => name);
}
