import { z } from 'zod';
import { pageFrom } from '../../input.ts';
import { isAdmin, mayAnswer, maySubmit } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { inboxOf, mineOf, overdueElsewhere } from '../lists.ts';

/** "Mine ønsker": gives a leader's own requests and drafts. */
export const listMine = useCase({
  name: 'list-mine',
  does: 'look-up',
  input: z.object({ from: pageFrom }),
  allows: maySubmit,
  run: async (world, actor, { from }) => done(await mineOf(world, actor, from)),
});

/** Gives the inbox of the units that a person answers for. */
export const listInbox = useCase({
  name: 'list-inbox',
  does: 'look-up',
  input: z.object({ from: pageFrom }),
  allows: mayAnswer,
  run: async (world, actor, { from }) => done(await inboxOf(world, actor, from)),
});

/** Gives an administrator what is overdue in units that others own. */
export const listOverdue = useCase({
  name: 'list-overdue',
  does: 'look-up',
  input: z.object({ from: pageFrom }),
  allows: isAdmin,
  run: async (world, actor, { from }) => done(await overdueElsewhere(world, actor, from)),
});
