import type { JoinRequest } from './join.ts';
import { hasRole } from './organisation.ts';
import type { World } from './ports.ts';
import { tell } from './tell.ts';

/**
 * Somebody who is not on the list asks to be let in; the administrators are told. Not a use case: who asks is no person
 * of the organisation yet. Asking twice is asking once.
 */
export async function askToJoin(
  world: World,
  stranger: Pick<JoinRequest, 'platform' | 'place' | 'name' | 'email'>,
): Promise<void> {
  await world.transaction(async () => {
    if (await world.joins.openOf(stranger.platform, stranger.place.user)) return;
    const join: JoinRequest = { ...stranger, id: world.newId(), at: world.now(), state: 'asked', decidedBy: null };
    await world.joins.add(join);
    const admins = (await world.people.all()).filter((person) => hasRole(person, 'admin'));
    await tell(world, admins, { kind: 'join-asked', joinId: join.id });
  });
}
