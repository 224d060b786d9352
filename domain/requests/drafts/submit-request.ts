import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { type DraftId, requestIdOf } from '../../ids.ts';
import { choice, draftId, optionalChoice, optionalNumber, textLimits, toggle, wordsWithNumbers } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { beginningOf, cleanText } from '../../text/clean-text.ts';
import { cprProblem, type SaidNumbers } from '../../text/cpr/said-numbers.ts';
import { useCase } from '../../use-case.ts';
import { areas, kinds } from '../../vocabulary.ts';
import { createRequest, type NewRequest } from '../create-request.ts';
import { draftKept } from '../messages/draft-kept.ts';
import { reviseRequest } from '../revise-request.ts';
import { type SuggestedFields, suggestedIn } from '../suggest-fields/suggest-fields.ts';
import type { Draft } from './draft.ts';
import { cardParts, partsOf, splitOff } from './parts/parts.ts';
import { ownDraft } from './shown-draft.ts';

/** The text that the form opens with: a draft, or words that the person chose elsewhere and that are no draft yet. */
export interface Prefilled {
  draftId: DraftId | null;
  /** The number of messages that the draft is made of. */
  parts: number;
  text: string;
  /** Whether it is only the beginning of words that are too long for a request. */
  isCut: boolean;
  suggested: SuggestedFields;
}

/**
 * Gives the form for a new request, filled in from a draft or from the text of a message when there is one. Of a text
 * that is too long it holds the beginning; the draft or the message stays whole until the form is sent.
 */
export const openRequestForm = useCase({
  name: 'open-request-form',
  does: 'look-up',
  input: z.object({ draftId: draftId.optional(), text: z.string().transform(cleanText).optional() }),
  allows: maySubmit,
  async run(world, actor, { draftId, text }): Promise<Result<Prefilled | null>> {
    const found = draftId === undefined ? null : await ownDraft(world, actor, draftId);
    if (found && !found.ok) return found;
    const words = found ? found.value.text : (text ?? '');
    if (words === '') return done(null);
    const isCut = words.length > textLimits.request;
    const suggested = await suggestedIn(world, words);
    return done({
      draftId: draftId ?? null,
      parts: found ? partsOf(found.value).length : 1,
      text: isCut ? beginningOf(words, textLimits.request) : words,
      isCut,
      suggested,
    });
  },
});

const filled = z.object({
  draftId: draftId.optional(),
  parts: cardParts,
  text: wordsWithNumbers(textLimits.request),
  area: choice(areas),
  kind: optionalChoice(kinds),
  minutesPerTime: optionalNumber(0, 10_000),
  timesPerMonth: optionalNumber(0, 10_000),
  peopleAffected: optionalNumber(0, 100_000),
  anonymous: toggle,
});

/** Stores a request from the form, and deletes the draft that it came from. */
export const submitRequest = useCase({
  name: 'submit-request',
  does: 'change',
  input: filled,
  allows: maySubmit,
  async run(world, actor, { draftId, parts = 1, ...given }) {
    let numbers: SaidNumbers | undefined;
    if (draftId !== undefined) {
      const found = await ownDraft(world, actor, draftId);
      if (!found.ok) return found;
      numbers = found.value.numbers;
      if (partsOf(found.value).length > parts) await keepTheRest(world, actor, found.value, parts);
      await world.drafts.remove(draftId);
    }
    const problem = cprProblem(given.text, numbers);
    if (problem) return refuse('invalid-input', { text: problem });
    const id = draftId === undefined ? undefined : requestIdOf(draftId);
    return createRequest(world, actor, { ...wishOf(given), ...(numbers ? { numbers } : {}) }, id);
  },
  async again(world, actor, given, { requestId }) {
    const problem = cprProblem(given.text, (await world.requests.byId(requestId))?.numbers);
    if (problem) return refuse('invalid-input', { text: problem });
    return reviseRequest(world, actor, requestId, wishOf(given));
  },
});

/** What was written while the form stood open is in none of its fields: it is a draft of its own. */
async function keepTheRest(world: World, actor: Person, draft: Draft, shown: number): Promise<void> {
  const draftId = await splitOff(world, draft, shown);
  await notify(world, draftKept, { draftId, personId: actor.id });
}

function wishOf(given: Omit<z.output<typeof filled>, 'draftId' | 'parts'>): NewRequest {
  const { text, area, kind, minutesPerTime, timesPerMonth, peopleAffected, anonymous } = given;
  return { text, area, kind, burden: { minutesPerTime, timesPerMonth, peopleAffected }, anonymous };
}
