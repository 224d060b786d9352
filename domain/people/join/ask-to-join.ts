import { notify } from '../../delivery/notify.ts';
import { Collision, type World } from '../../ports.ts';
import type { JoinRequest } from './join-request.ts';
import { joinAsked } from './messages/join-asked.ts';

/**
 * Stores that a stranger asks to be let in, and tells the administrators. It is no use case, because the stranger is no
 * person of the organisation yet. A second request of the same stranger changes nothing.
 */
export async function askToJoin(
  world: World,
  stranger: Pick<JoinRequest, 'platform' | 'place' | 'name' | 'email'>,
): Promise<void> {
  const { platform, place } = stranger;
  const ask = () =>
    world.transaction(async () => {
      const asked = await world.joins.of(platform, place.user);
      if (asked.some(isOpen)) return;
      // Two presses at once get the same number, so that one of them collides and finds the other's row.
      await world.outcomes.add(JSON.stringify(['ask-to-join', platform, place.user, asked.length]), null);
      const join: JoinRequest = { ...stranger, id: world.newId(), at: world.now(), state: 'asked', decidedBy: null };
      await world.joins.add(join);
      await notify(world, joinAsked, { joinId: join.id });
    });
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    await ask();
  }
}

/** Tells whether the request to join is undecided. */
export function isOpen({ state }: JoinRequest): boolean {
  return state === 'asked';
}
