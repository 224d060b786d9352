import { notify } from '../../delivery/notify.ts';
import { Collision, type World } from '../../ports.ts';
import type { JoinRequest } from './join-request.ts';
import { joinAsked } from './messages/join-asked.ts';

/**
 * Somebody who is not on the list asks to be let in; the administrators are told. Not a use case: who asks is no person
 * of the organisation yet. Asking twice is asking once.
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
      // Two presses at once count the same, so that one of them collides and finds what the other did.
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

/** Nobody has decided it yet. */
export function isOpen({ state }: JoinRequest): boolean {
  return state === 'asked';
}
