import { z } from 'zod';
import { isAdmin } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { parkedNow } from './parked-now.ts';

/** Gives the messages that could not be delivered. */
export const listParked = useCase({
  name: 'list-parked',
  does: 'look-up',
  input: z.object({}),
  allows: isAdmin,
  run: async (world) => done(await parkedNow(world)),
});

/** Sends parked messages again: all, or those to one recipient, for one reason. Gives the number of them. */
export const sendParkedAgain = useCase({
  name: 'send-parked-again',
  does: 'change',
  input: z.object({ to: z.string().max(200).optional(), problem: z.string().max(60).optional() }),
  allows: isAdmin,
  async run(world, _actor, { to, problem }) {
    const which = { ...(to === undefined ? {} : { to }), ...(problem === undefined ? {} : { problems: [problem] }) };
    return done({ count: await world.parked.sendAgain(which) });
  },
});
