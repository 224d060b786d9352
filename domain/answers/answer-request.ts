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
  words,
} from '../input.ts';
import { mayAnswer } from '../people/roles.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { moveRequest, requestFor } from '../requests/move-request.ts';
import type { Answer } from '../requests/record/answer.ts';
import { moveOf } from '../requests/transitions.ts';
import { visibleToMove } from '../requests/visible-request.ts';
import { type Horizon, isPlainHorizon, readHorizon } from '../time/horizon/read.ts';
import { suggestHorizons } from '../time/horizon/suggest.ts';
import { localDate } from '../time/local-time.ts';
import { useCase } from '../use-case.ts';
import { type Decision, decisions, declineCategories } from '../vocabulary.ts';
import { answerGiven } from './messages/answer-given.ts';

/** These decisions promise something, so their date must not lie in the past. */
const promising: readonly Decision[] = ['planned', 'alreadyUnderway'];

/** A finished part may have a date in the past, but it too needs a date or a reason for having none. */
const dated: readonly Decision[] = [...promising, 'partly'];

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
  measure: words(textLimits.measure),
  expectedImprovement: words(textLimits.expectedImprovement),
  horizon: z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim())
    .pipe(z.string().max(textLimits.horizon, 'too-long').refine(isWithoutCpr, 'contains-cpr')),
  /** The days that the owner has been shown and agreed to, as `horizonKey` gives them; empty before. */
  horizonRead: z.union([shownDays, z.literal('')]).optional(),
  horizonPicked: z.union([pickedPeriod, z.literal('')]).optional(),
  noDateReason: optionalWords(textLimits.reason),
  nowPossible: optionalWords(textLimits.nowPossible),
  whatItTakes: optionalWords(textLimits.whatItTakes),
  declineCategory: optionalChoice(declineCategories),
});

/** The first step of a tilbagemelding: the owner picks a decision, which determines the fields of the second step. */
export const openAnswerForm = useCase({
  name: 'open-answer-form',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion }),
  allows: mayAnswer,
  async run(world, actor, asked) {
    const view = await visibleToMove(world, actor, asked, 'answer');
    return view.ok ? done({ view: view.value }) : view;
  },
});

/**
 * The second step of a tilbagemelding: the form with the fields of the decision and the periods that an owner can pick.
 */
export const chooseDecision = useCase({
  name: 'choose-decision',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion, decision: choice(decisions) }),
  allows: mayAnswer,
  async run(world, actor, { decision, ...asked }) {
    const view = await visibleToMove(world, actor, asked, moveOf(decision));
    if (!view.ok) return view;
    return done({ view: view.value, decision, horizons: suggestHorizons(localDate(world.now())) });
  },
});

/** Stores the tilbagemelding. It is checked as a whole, so that the owner sees all missing fields at once. */
export const answerRequest = useCase({
  name: 'answer-request',
  does: 'change',
  input: answerInput,
  allows: mayAnswer,
  async run(world, actor, given) {
    const { requestId } = given;
    const found = await requestFor(world, actor, requestId, 'owner', moveOf(given.decision), given.version);
    if (!found.ok) return found;
    const at = world.now();
    const checked = checkAnswer(given, localDate(at));
    if (!checked.ok) return checked;
    const horizon = checked.value;
    if (horizonToConfirm(given.horizon, at) && given.horizonRead !== horizonKey(horizon)) {
      return refuse('confirm-horizon');
    }
    const { decision, measure, expectedImprovement, noDateReason, nowPossible, whatItTakes } = given;
    const declineCategory = decision === 'declined' ? given.declineCategory : null;
    const answer: Answer = {
      decision,
      measure,
      expectedImprovement,
      horizon,
      noDateReason: horizon.start === null ? noDateReason : null,
      nowPossible,
      whatItTakes,
      declineCategory,
      by: actor.id,
      at,
    };
    const answered = await moveRequest(
      world,
      actor,
      found.value,
      moveOf(decision),
      { answer },
      { type: 'answered', decision },
    );
    if (decision === 'done') {
      await moveRequest(world, actor, answered, 'deliver', { deliveredAt: at }, { type: 'delivered' });
    }
    await notify(world, answerGiven, { requestId });
    return done({ requestId });
  },
});

/** The days of a horizon in one word, for a form to hold. */
export function horizonKey({ start, end }: Pick<Horizon, 'start' | 'end'>): string {
  return `${start ?? ''}/${end ?? ''}`;
}

/**
 * The reading of typed words that the owner must see before the answer is sent, because the words do not plainly tell it:
 * a corrected typing error, an added year, "efter sommerferien"; null for all others. Today by name needs no asking.
 */
export function horizonToConfirm(typed: string, now: Date): Horizon | null {
  const text = typed.trim();
  const today = localDate(now);
  const read = readHorizon(text, today);
  if (text === '' || (read.found !== 'period' && read.found !== 'open') || isPlainHorizon(text, today)) return null;
  if (read.found === 'open') return { text, start: null, end: null };
  const isToday = read.start === today && read.end === today;
  return isToday ? null : { text, start: read.start, end: read.end };
}

/** Gives the horizon, or the problems by field. A promise needs a date, or a reason for having none. */
function checkAnswer(given: z.output<typeof answerInput>, today: string): Result<Horizon> {
  const problems: Record<string, FieldProblem> = {};
  if (given.decision === 'declined' && !given.declineCategory) problems.declineCategory = 'decline-category-required';
  if (given.decision === 'partly') {
    if (!given.nowPossible) problems.nowPossible = 'now-possible-required';
    if (!given.whatItTakes) problems.whatItTakes = 'what-it-takes-required';
  }
  const horizon = horizonOf(given, today);
  if (typeof horizon === 'string') {
    return refuse('invalid-input', { ...problems, horizon });
  }
  if (dated.includes(given.decision) && horizon.start === null && !given.noDateReason) {
    problems.noDateReason = 'no-date-reason-required';
  }
  if (promising.includes(given.decision) && horizon.end !== null && horizon.end < today) {
    problems.horizon = 'horizon-past';
  }
  return Object.keys(problems).length === 0 ? done(horizon) : refuse('invalid-input', problems);
}

/** A typed period takes precedence over a picked one. */
function horizonOf(given: z.output<typeof answerInput>, today: string): Horizon | FieldProblem {
  if (given.horizon === '' && given.horizonPicked) {
    const [start = null, end = null] = given.horizonPicked.split('/');
    return { text: '', start, end };
  }
  if (given.horizon === '') return 'required';
  const read = readHorizon(given.horizon, today);
  switch (read.found) {
    case 'period':
      return { text: given.horizon, start: read.start, end: read.end };
    case 'open':
      return { text: given.horizon, start: null, end: null };
    case 'impossible':
      return 'horizon-impossible';
    case 'unknown':
      return 'horizon-unknown';
  }
}
