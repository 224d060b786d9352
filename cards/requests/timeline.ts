import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { formatDate, formatInstant } from '../../locales/time/dates.ts';
import type { Block, TimelineEntry } from '../card.ts';
import { excerpt, text } from '../parts.ts';
import { horizonInShort } from './horizon.ts';

type Step = RequestView['history'][number];

/**
 * The number of steps that fit beside the longest request and answer: the first, the number of omitted ones, and the
 * latest.
 */
const shownSteps = 5;

/** Forløb: the events of a request, and what is promised. */
export function timelineBlocks(view: RequestView, language: Language): Block[] {
  const words = requestTexts[language];
  const { request, answer, history, overdue } = view;
  const entries = happened(history, language);
  if (awaitsAnswer(request.state) && !overdue) {
    entries.push({ when: formatDate(request.dueOn, language), what: words.answerDue, state: 'promised' });
  } else if (request.state === 'answered' && answer?.horizon.start) {
    const when = horizonInShort(answer, language);
    const what = answer.decision === 'trial' ? words.triedUntil : words.promised;
    entries.push(view.late ? { when, what: words.promisedLate, state: 'late' } : { when, what, state: 'promised' });
  }
  return [text(words.timeline, 'strong'), { block: 'timeline', entries }];
}

function happened(history: readonly Step[], language: Language): TimelineEntry[] {
  const latestReason = history.findLast(({ event }) => event.type === 'handedOver');
  const entryOf = (step: Step): TimelineEntry => ({
    when: formatInstant(step.event.at, language),
    what: stepWords(step, step === latestReason, language),
    state: 'happened',
  });
  if (history.length <= shownSteps) return history.map(entryOf);
  const hidden = history.slice(1, 1 - shownSteps);
  return [
    ...history.slice(0, 1).map(entryOf),
    leftOut(hidden, language),
    ...history.slice(1 - shownSteps).map(entryOf),
  ];
}

function leftOut(hidden: readonly Step[], language: Language): TimelineEntry {
  const days = [hidden.at(0), hidden.at(-1)].flatMap((step) => (step ? [formatInstant(step.event.at, language)] : []));
  return {
    when: [...new Set(days)].join(' – '),
    what: requestTexts[language].stepsLeftOut(hidden.length),
    state: 'happened',
  };
}

/** The new owner needs the reason of the latest hand-over, so it is whole; older reasons are shortened. */
function stepWords({ event, byName, unit }: Step, wholeReason: boolean, language: Language): string {
  const words = requestTexts[language];
  const who = byName ?? words.someone;
  switch (event.type) {
    case 'submitted':
      return words.submitted(unit);
    case 'revised':
      return words.revised(unit);
    case 'added':
      return words.addedStep(excerpt(event.added));
    case 'acknowledged':
      return words.acknowledged(who);
    case 'handedOver':
      return words.handedOver(unit, wholeReason ? event.reason : excerpt(event.reason));
    case 'answered':
      return event.decision === 'declined' ? words.declined(who) : words.answered(who);
    case 'answerCorrected':
      return words.answerCorrected(who);
    case 'delivered':
      return words.deliveredStep;
    case 'withdrawn':
      return words.withdrawnStep;
    case 'restored':
      return words.restoredStep;
  }
}
