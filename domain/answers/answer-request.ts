import { DateTime } from 'luxon';
import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import {
  cardVersion,
  choice,
  type FieldProblem,
  isWithoutCpr,
  optionalChoice,
  optionalWords,
  requestId,
  textLimits,
  toggle,
  words,
} from '../input.ts';
import type { Person } from '../people/person.ts';
import { mayAnswer } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { moveRequest, requestFor } from '../requests/move-request.ts';
import type { Answer } from '../requests/record/answer.ts';
import { type AnswerField, asks, asksFor } from '../requests/record/asks.ts';
import type { Request } from '../requests/record/request.ts';
import { correctionOf, moveOf } from '../requests/transitions.ts';
import { mayCorrect } from '../requests/view-request.ts';
import { useCase } from '../use-case.ts';
import { decisions, declineCategories } from '../vocabulary.ts';
import { horizonKey, type ReadTime, readTime } from './asked-time.ts';
import { answerCorrected } from './messages/answer-corrected.ts';
import { answerGiven } from './messages/answer-given.ts';
import { awaitTrialsEnd } from './trial-ends.ts';
import { sentValues } from './typed-answer.ts';

/** A period that the owner picked instead of typing, as `2027-01-01/2027-06-30`. */
const pickedPeriod = z.string().refine((text) => {
  const [start = '', end = ''] = text.split('/');
  return text.length === 21 && DateTime.fromISO(start).isValid && DateTime.fromISO(end).isValid && start <= end;
});

/** A first and a last day, each of which may be missing: `2027-01-01/2027-06-30`, `2028-01-01/`, `/`. */
const shownDays = z.string().regex(/^(\d{4}-\d\d-\d\d)?\/(\d{4}-\d\d-\d\d)?$/);

const answerInput = z.object({
  requestId,
  version: cardVersion,
  decision: choice(decisions),
  /** Whether an answer that was sent is to be corrected. */
  corrects: toggle,
  measure: words(textLimits.measure),
  expectedImprovement: optionalWords(textLimits.expectedImprovement),
  lookedAt: optionalWords(textLimits.lookedAt),
  where: optionalWords(textLimits.where),
  horizon: z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim())
    .pipe(z.string().max(textLimits.horizon, 'too-long').refine(isWithoutCpr, 'contains-cpr')),
  /** The days that the owner has been shown and agreed to, as `horizonKey` gives them; empty before. */
  horizonRead: z.union([shownDays, z.literal('')]).optional(),
  horizonPicked: z.union([pickedPeriod, z.literal('')]).optional(),
  nowPossible: optionalWords(textLimits.nowPossible),
  whatItTakes: optionalWords(textLimits.whatItTakes),
  declineCategory: optionalChoice(declineCategories),
});

type Given = z.output<typeof answerInput>;

/**
 * Stores the tilbagemelding, or puts a corrected one in its place. It is checked as a whole, so that the owner sees all
 * missing fields at once.
 */
export const answerRequest = useCase({
  name: 'answer-request',
  does: 'change',
  input: answerInput,
  allows: mayAnswer,
  async run(world, actor, given) {
    const { requestId, decision, version } = given;
    const move = given.corrects ? correctionOf(decision) : moveOf(decision);
    const found = await requestFor(world, actor, requestId, 'owner', move, version);
    if (!found.ok) return found;
    if (given.corrects && !mayCorrect(found.value)) return refuse('wrong-state');
    const at = world.now();
    const time = checkAnswer(given, at);
    if (!time.ok) return time;
    const { horizon, isDoubtful } = time.value;
    if (isDoubtful && given.horizonRead !== horizonKey(horizon)) return refuse('confirm-horizon');
    const answer: Answer = { ...answerOf(given, time.value), by: actor.id, at };
    if (given.corrects) {
      await correct(world, actor, found.value, answer);
      return done({ requestId });
    }
    const answered = await moveRequest(world, actor, found.value, move, { answer }, { type: 'answered', decision });
    if (decision === 'done') await deliverAtOnce(world, actor, answered);
    await notify(world, answerGiven, { requestId });
    await awaitTrialsEnd(world, requestId, answer);
    return done({ requestId });
  },
});

/** What is done when it is answered is delivered with the answer. */
async function deliverAtOnce(world: World, actor: Person, request: Request): Promise<void> {
  await moveRequest(world, actor, request, 'deliver', { deliveredAt: world.now() }, { type: 'delivered' });
}

/**
 * The leader is told when it says something else now; a better wording changes the cards and disturbs nobody, and the
 * same answer changes nothing.
 */
async function correct(world: World, actor: Person, request: Request, answer: Answer): Promise<void> {
  const { decision } = answer;
  const isElse = !request.answer || saysElse(request.answer, answer);
  if (!isElse && JSON.stringify(sentValues(request.answer)) === JSON.stringify(sentValues(answer))) return;
  const isDoneNow = decision === 'done' && request.state !== 'delivered';
  const corrected = await moveRequest(
    world,
    actor,
    request,
    isDoneNow ? 'correctAnswer' : correctionOf(decision),
    { answer, deliveredAt: decision === 'done' ? request.deliveredAt : null },
    { type: 'answerCorrected', decision },
  );
  if (isDoneNow) await deliverAtOnce(world, actor, corrected);
  await awaitTrialsEnd(world, request.id, answer);
  if (isElse) await notify(world, answerCorrected, { requestId: request.id });
}

function saysElse(former: Answer, answer: Answer): boolean {
  return former.decision !== answer.decision || horizonKey(former.horizon) !== horizonKey(answer.horizon);
}

/** The answer of a form, with nothing that its decision does not ask for. */
function answerOf(given: Given, { horizon, noDateReason }: ReadTime): Omit<Answer, 'by' | 'at'> {
  const { decision, measure } = given;
  const asked = <Value>(field: AnswerField, value: Value): Value | null => (asksFor(decision, field) ? value : null);
  return {
    decision,
    measure,
    expectedImprovement: asked('expectedImprovement', given.expectedImprovement) ?? '',
    horizon,
    noDateReason,
    nowPossible: asked('nowPossible', given.nowPossible),
    whatItTakes: asked('whatItTakes', given.whatItTakes),
    declineCategory: asked('declineCategory', given.declineCategory),
    where: asked('where', given.where),
    lookedAt: asked('lookedAt', given.lookedAt),
  };
}

/** The problem of a field that its decision asks for and that is empty, where it says more than that. */
const emptyField: Partial<Record<AnswerField, FieldProblem>> = {
  nowPossible: 'now-possible-required',
  whatItTakes: 'what-it-takes-required',
  declineCategory: 'decline-category-required',
};

/** Gives the time of the answer, or the problems by field. */
function checkAnswer(given: Given, now: Date): Result<ReadTime> {
  const problems: Record<string, FieldProblem> = {};
  for (const field of asks[given.decision].fields)
    if (field !== 'horizon' && !given[field]) problems[field] = emptyField[field] ?? 'required';
  const time = readTime(given, now);
  if (typeof time === 'string') return refuse('invalid-input', { ...problems, horizon: time });
  return Object.keys(problems).length === 0 ? done(time) : refuse('invalid-input', problems);
}
