import { z } from 'zod';
import { enqueue } from '../../delivery/background-task.ts';
import { joinId } from '../../input.ts';
import { done, refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { isAdmin } from '../roles.ts';
import { admit, listedAs } from './admit.ts';
import { tellTurnedDown } from './messages/turned-down.ts';
import { forgetWords, welcome } from './stranger-words.ts';

/**
 * Lets a person in as a leader, or not, with one click of an administrator. A person who was let in stays when an
 * import does not name them; once the list names them, it decides everything else.
 */
export const decideJoin = useCase({
  name: 'decide-join',
  does: 'change',
  input: z.object({ joinId, decision: z.enum(['letIn', 'turnedDown']) }),
  allows: isAdmin,
  async run(world, actor, { joinId, decision }) {
    const join = await world.joins.byId(joinId);
    if (!join) return refuse('nothing-there');
    if (join.state !== 'asked') return refuse('decided-already');
    // Whom the list names has access, whatever an administrator says to a card from before.
    const isListed = (await listedAs(world, join)) !== null;
    await world.joins.decide(joinId, isListed ? 'letIn' : decision, actor.id, world.now());
    if (isListed || decision === 'letIn') await welcome(world, await admit(world, join), join, true);
    else await enqueue(world, tellTurnedDown, { joinId, hadWords: await forgetWords(world, join) });
    return done({ name: join.name, decision: isListed ? ('listed' as const) : decision });
  },
});
