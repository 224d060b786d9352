import { z } from 'zod';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { maySubmit } from '../drafts/submit-request.ts';
import { isOverdue } from '../view-request.ts';

/** "Mine ønsker": a leader's own requests and where they stand, newest first, with the drafts not sent yet. */
export const listMine = useCase({
  name: 'list-mine',
  does: 'look-up',
  input: z.object({}),
  allows: maySubmit,
  async run(world, actor) {
    const [requests, drafts] = await Promise.all([world.requests.ofLeader(actor.id), world.drafts.ofPerson(actor.id)]);
    const now = world.now();
    return done({ requests: requests.map((request) => ({ request, overdue: isOverdue(request, now) })), drafts });
  },
});
