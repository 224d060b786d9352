import { z } from 'zod';
import { done, refuse } from '../refusal.ts';
import { operatorUseCase } from '../use-case.ts';
import { isOperator } from './actor.ts';
import { administratorsOf, ownUnit } from './roles.ts';

/** Deactivates the person with this e-mail or user principal name, whether the list or an administrator let them in. */
export const removePerson = operatorUseCase({
  name: 'remove-person',
  does: 'change',
  input: z.object({ address: z.string() }),
  allows: (actor) => isOperator(actor),
  async run(world, actor, { address }) {
    const person = await world.people.byAddress(address);
    if (!person) return refuse('nothing-there');
    await world.people.changeAll([{ id: person.id, changes: { active: false, letIn: false } }]);
    const { id, at } = { id: world.newId(), at: world.now() };
    await world.settings.addEvent({ id, at, by: actor.id, type: 'person-removed', counts: { removed: 1 } });
    const unit = ownUnit(person);
    const isOrphaned = unit !== null && (await world.people.ownersOf(unit)).length === 0;
    return done({
      email: person.email,
      /** The unit that has lost its last process owner, so that the administrators get its requests. */
      unitWithoutOwner: isOrphaned ? unit : null,
      openRequests: isOrphaned ? (await world.requests.openOfUnit(unit)).length : 0,
      isWithoutAdmin: (await administratorsOf(world)).length === 0,
      /** The list still names the person, so the next import lets them in again. */
      isOnList: !person.letIn,
    });
  },
});
