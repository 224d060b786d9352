import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import type { JoinId } from '../../ids.ts';
import { done } from '../../refusal.ts';
import { strangerUseCase } from '../../use-case.ts';
import type { JoinRequest } from './join-request.ts';
import { joinAsked } from './messages/join-asked.ts';

/**
 * Stores that a stranger asks to be let in, and tells the administrators. While a request is undecided, another one of
 * the same stranger changes nothing.
 */
export const askToJoin = strangerUseCase({
  name: 'ask-to-join',
  does: 'setting',
  input: z.object({}),
  allows: () => true,
  async run(world, { platform, place, name, email, language = null }) {
    const asked = await world.joins.of(platform, place.user);
    if (asked.some(isOpen)) return done({});
    // Two presses at once get the same number, so that one of them collides, is tried again and finds the other's row.
    const number = JSON.stringify(['ask-to-join', platform, place.user, asked.length]);
    await world.outcomes.add({ name: number, formerName: null, typed: '' }, null, world.now());
    const id: JoinId = world.newId();
    const undecided = { state: 'asked', decidedBy: null, decidedAt: null } as const;
    await world.joins.add({ id, platform, place, name, email, language, at: world.now(), ...undecided });
    await notify(world, joinAsked, { joinId: id });
    return done({});
  },
});

/** Tells whether the request to join is undecided. */
export function isOpen({ state }: JoinRequest): boolean {
  return state === 'asked';
}
