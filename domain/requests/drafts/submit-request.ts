import { z } from 'zod';
import { choice, id, optionalChoice, optionalNumber, textLimits, toggle, words } from '../../input.ts';
import { hasRole, type Person } from '../../people/organisation.ts';
import { useCase } from '../../use-case.ts';
import { areas, kinds } from '../../vocabulary.ts';
import { createRequest } from '../create-request.ts';
import { ownDraft } from './own-draft.ts';

/** Those who lead others may say what is needlessly hard. */
export const maySubmit = (actor: Person): boolean => hasRole(actor, 'leader') || hasRole(actor, 'manager');

/** A request from the form. A draft it came from is used up. */
export const submitRequest = useCase({
  name: 'submit-request',
  does: 'change',
  input: z.object({
    draftId: id.optional(),
    text: words(textLimits.request),
    area: choice(areas),
    kind: optionalChoice(kinds),
    minutesPerTime: optionalNumber(0, 10_000),
    timesPerMonth: optionalNumber(0, 10_000),
    peopleAffected: optionalNumber(0, 100_000),
    anonymous: toggle,
  }),
  allows: maySubmit,
  async run(world, actor, input) {
    if (input.draftId !== undefined) {
      const found = await ownDraft(world, actor, input.draftId);
      if (!found.ok) return found;
      const draft = found.value;
      await world.drafts.remove(draft.id);
    }
    const { text, area, kind, minutesPerTime, timesPerMonth, peopleAffected, anonymous } = input;
    const burden = { minutesPerTime, timesPerMonth, peopleAffected };
    return createRequest(world, actor, { text, area, kind, burden, anonymous }, input.draftId);
  },
});
