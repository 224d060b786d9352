import { z } from 'zod';
import { choice } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { done } from '../../refusal.ts';
import { numberKinds } from '../../text/cpr/said-numbers.ts';
import { useCase } from '../../use-case.ts';

/**
 * "Det er et sagsnummer": notes what the number is that looks like a CPR number, in a draft that waits for its words. The
 * words themselves are not here: they were refused unstored, and the person sends them again.
 */
export const nameNumber = useCase({
  name: 'name-number',
  does: 'change',
  input: z.object({ are: choice(numberKinds) }),
  allows: anyone,
  async run(world, actor, { are }) {
    const numbers = { are, digits: [] };
    const [newest] = await world.drafts.ofPerson(actor.id);
    if (newest?.text === '') await world.drafts.setText(newest.id, '', undefined, numbers);
    else await world.drafts.add({ id: world.newId(), personId: actor.id, text: '', createdAt: world.now(), numbers });
    return done({ are });
  },
});
