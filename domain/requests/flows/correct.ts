import { z } from 'zod';
import type { DraftId, RequestId } from '../../ids.ts';
import { cardVersion, draftId, requestId, textLimits, wordsWithNumbers } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cprProblem } from '../../text/cpr/said-numbers.ts';
import { useCase } from '../../use-case.ts';
import { type Draft, isOpen } from '../drafts/draft.ts';
import { ownDraft } from '../drafts/shown-draft.ts';
import { endInRequest } from '../drafts/submit-draft.ts';
import type { Request } from '../record/request.ts';
import { correctWords } from '../revise-request.ts';
import { awaitsAnswer } from '../transitions.ts';
import type { RequestView } from '../view-request.ts';
import { visibleRequest } from '../visible-request.ts';

/** A request whose words are to be corrected. */
export interface ToCorrect {
  view: RequestView;
  /** The words that say how, which end with the correction; null: none were written. */
  by: Draft | null;
}

/** Gives the form in which the leader corrects the words of a request, perhaps because of words that are a draft. */
export const openCorrectForm = useCase({
  name: 'open-correct-form',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion, draftId: draftId.optional() }),
  allows: maySubmit,
  async run(world, actor, { requestId, version, draftId }): Promise<Result<ToCorrect>> {
    const found = await toCorrect(world, actor, requestId, version);
    const seen = found.ok ? await visibleRequest(world, actor, requestId) : found;
    if (!seen.ok) return seen;
    return done({ view: seen.value, by: await correctingDraft(world, actor, draftId) });
  },
});

/** Gives the leader's request other words until it has an answer; its owners are told. */
export const correctRequest = useCase({
  name: 'correct-request',
  does: 'change',
  input: z.object({
    requestId,
    version: cardVersion,
    draftId: draftId.optional(),
    text: wordsWithNumbers(textLimits.request),
  }),
  allows: maySubmit,
  async run(world, actor, { requestId, version, draftId, text }) {
    const found = await toCorrect(world, actor, requestId, version);
    if (!found.ok) return found;
    const problem = cprProblem(text, found.value.numbers);
    if (problem) return refuse('invalid-input', { text: problem });
    await correctWords(world, actor, found.value, text);
    const by = await correctingDraft(world, actor, draftId);
    if (by) await endInRequest(world, by, requestId);
    return done({ requestId });
  },
});

async function correctingDraft(world: World, actor: Person, draftId: DraftId | undefined): Promise<Draft | null> {
  const found = draftId === undefined ? null : await ownDraft(world, actor, draftId);
  return found?.ok && isOpen(found.value) ? found.value : null;
}

/** The answer was given to the words that stand there, so they stay once there is one. */
async function toCorrect(
  world: World,
  actor: Person,
  requestId: RequestId,
  version: number | undefined,
): Promise<Result<Request>> {
  const request = await world.requests.byId(requestId);
  if (request?.leaderId !== actor.id) return refuse('not-found');
  if (request.state === 'withdrawn') return refuse('wrong-state');
  if (!awaitsAnswer(request.state)) return refuse('answered-already');
  return version !== undefined && version !== request.version ? refuse('wrong-state') : done(request);
}
