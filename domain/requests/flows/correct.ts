import { z } from 'zod';
import type { RequestId } from '../../ids.ts';
import { cardVersion, requestId, textLimits, wordsWithNumbers } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cprProblem } from '../../text/cpr/said-numbers.ts';
import { useCase } from '../../use-case.ts';
import type { Request } from '../record/request.ts';
import { correctWords } from '../revise-request.ts';
import { awaitsAnswer } from '../transitions.ts';
import { visibleRequest } from '../visible-request.ts';

/** Gives the form in which the leader corrects the words of a request. */
export const openCorrectForm = useCase({
  name: 'open-correct-form',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion }),
  allows: maySubmit,
  async run(world, actor, { requestId, version }) {
    const found = await toCorrect(world, actor, requestId, version);
    return found.ok ? visibleRequest(world, actor, requestId) : found;
  },
});

/** Gives the leader's request other words until it has an answer; its owners are told. */
export const correctRequest = useCase({
  name: 'correct-request',
  does: 'change',
  input: z.object({ requestId, version: cardVersion, text: wordsWithNumbers(textLimits.request) }),
  allows: maySubmit,
  async run(world, actor, { requestId, version, text }) {
    const found = await toCorrect(world, actor, requestId, version);
    if (!found.ok) return found;
    const problem = cprProblem(text, found.value.numbers);
    if (problem) return refuse('invalid-input', { text: problem });
    await correctWords(world, actor, found.value, text);
    return done({ requestId });
  },
});

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
