import { answerForm } from '../../cards/answers/answer-form.ts';
import { decisionForm } from '../../cards/answers/decision-form.ts';
import { campaignForm } from '../../cards/campaigns/campaign-form.ts';
import type { Filled, Form } from '../../cards/card.ts';
import { followForm } from '../../cards/channels/room.ts';
import { commentForm } from '../../cards/conversation/comment-form.ts';
import { addForm, correctForm } from '../../cards/conversation/own-words-forms.ts';
import { handOverForm } from '../../cards/requests/hand-over-form.ts';
import { requestForm, sentAlreadyForm } from '../../cards/requests/request-form.ts';
import type { AnswerStep } from '../../domain/answers/answer-form.ts';
import { type FieldProblem, fieldProblems } from '../../domain/input.ts';
import { asks } from '../../domain/requests/record/asks.ts';
import { suggestHorizons } from '../../domain/time/horizon/suggest.ts';
import { type Decision, decisions, type Language } from '../../domain/vocabulary.ts';
import { fieldProblemTexts } from '../../locales/refusals.ts';
import type { Case } from './case.ts';
import { draft, fullRequest, request, requestId, unitsNamed, view } from './sample-domain.ts';
import type { Said } from './sample-words.ts';

/** The number of units and administrations in the largest municipality that the gallery assumes. */
const most = 50;

/** With the number of its leaders behind it, the name still fits a choice in Slack. */
const longestAdministration = 65;

/** Every form as it opens, full to the last character, and with a problem in every field. */
export function formCases(shortest: Said, longest: Said, language: Language): Case[] {
  const seen = (said: Said, full: boolean) =>
    view({ said, request: full ? fullRequest(said) : request(said), relation: 'owner' });
  const names = Array.from({ length: most }, (_, index) => `${longest.units[0].slice(0, -3)} ${index}`);
  const administrations = names.map((name, index) => ({
    id: `administration-${index}`,
    name: name.slice(-longestAdministration),
    leaders: 1234,
  }));
  const unitsOf = (full: boolean) => unitsNamed(full ? names : shortest.units);
  const values = fullValues(longest, unitsOf(true)[0]?.id ?? '', administrations[0]?.id ?? '');
  return [
    ...inEveryStage((filled) => requestForm(null, filled, language)),
    ...(
      [
        ['sent-twice', shortest],
        ['longest-sent-twice', longest],
      ] as const
    ).map(([called, said]): Case => {
      const typed = { text: said.request, area: 'personale' };
      const form = sentAlreadyForm(
        request({ ...said, request: said.measure }),
        { values: typed, problems: {} },
        language,
      );
      return { called, shows: 'form', form };
    }),
    ...(
      [
        ['blank', shortest, false],
        ['longest', longest, true],
      ] as const
    ).map(
      ([called, said, full]): Case => ({
        called,
        shows: 'form',
        form: decisionForm({ view: seen(said, full), corrects: false }, language),
      }),
    ),
    ...decisions.flatMap((decision) =>
      inEveryStage(
        (filled, full) => answerForm(step(full ? longest : shortest, decision, full), filled, language),
        `-${decision.toLowerCase()}`,
      ),
    ),
    ...(
      [
        ['horizon-asked', '1. hlavår 2027', { text: '', start: '2027-01-01', end: '2027-06-30' }],
        ['no-date-asked', 'vi venter på leverandørens svar', { text: '', start: null, end: null }],
      ] as const
    ).map(([called, horizon, reading]): Case => {
      const values = { ...fullValues(shortest, '', ''), horizon, horizonPicked: '' };
      const form = answerForm(step(shortest, 'planned', false), { values, problems: {} }, language, reading);
      return { called, shows: 'form', form };
    }),
    ...inEveryStage((filled, full) => commentForm(seen(full ? longest : shortest, full), spoken(filled), language)),
    ...inEveryStage((filled, full) => addForm(seen(full ? longest : shortest, full), spoken(filled), language)),
    ...inEveryStage((filled, full) =>
      correctForm(
        { view: seen(full ? longest : shortest, full), by: full ? draft(longest.request) : null },
        filled,
        language,
      ),
    ),
    ...inEveryStage((filled, full) =>
      followForm({ units: unitsOf(full), own: unitsOf(full)[0]?.id ?? null }, filled, language),
    ),
    ...inEveryStage((filled, full) =>
      handOverForm({ view: seen(full ? longest : shortest, full), units: unitsOf(full) }, filled, language),
    ),
    ...inEveryStage((filled, full) =>
      campaignForm(
        {
          leaders: full ? 12_345 : 42,
          administrations: full
            ? administrations
            : [{ id: 'administration-0', name: shortest.administration, leaders: 17 }],
        },
        filled,
        language,
      ),
    ),
  ];

  /** The second step of an answer; `full`: with what may be added to it. */
  function step(said: Said, decision: Decision, full: boolean): AnswerStep {
    const horizons = suggestHorizons('2026-11-24', asks[decision].time);
    return { view: seen(said, full), decision, corrects: false, more: full, horizons, values: {} };
  }

  /** The field of a message holds less than that of a request. */
  function spoken(filled: Filled): Filled {
    return filled.values.text === undefined ? filled : { ...filled, values: { text: longest.comment } };
  }

  function inEveryStage(made: (filled: Filled, full: boolean) => Form, of = ''): Case[] {
    const blank = made({ values: {}, problems: {} }, false);
    const ids = blank.fields.map(({ id }) => id);
    return [
      { called: `blank${of}`, shows: 'form', form: blank },
      { called: `longest${of}`, shows: 'form', form: made({ values, problems: {} }, true) },
      {
        called: `problems${of}`,
        shows: 'form',
        form: made({ values: {}, problems: problemsOf(ids, language) }, false),
      },
      {
        called: `longest-problems${of}`,
        shows: 'form',
        form: made({ values, problems: problemsOf(ids, language) }, true),
      },
    ];
  }
}

/** The values of the fields of all forms; each form takes its own. */
function fullValues(said: Said, unit: string, administration: string): Filled['values'] {
  return {
    text: said.request,
    area: 'data-ledelsesinformation',
    kind: 'vejledning',
    minutesPerTime: '9999,5',
    timesPerMonth: 'hver dag',
    peopleAffected: '100000',
    anonymous: 'true',
    decision: 'alreadyUnderway',
    measure: said.measure,
    expectedImprovement: said.expectedImprovement,
    horizon: said.horizon.text,
    horizonPicked: '2027-01-01/2027-06-30',
    where: said.where,
    lookedAt: said.lookedAt,
    nowPossible: said.nowPossible,
    whatItTakes: said.whatItTakes,
    declineCategory: 'cost',
    unit,
    reason: said.reason,
    question: said.question,
    administration,
    requestId,
  };
}

/** All possible problems, one after the other, beside the fields and on top. */
function problemsOf(ids: readonly string[], language: Language): Filled['problems'] {
  const problem = (index: number): FieldProblem => fieldProblems[index % fieldProblems.length] ?? 'required';
  const beside = ids.map((id, index) => [id, fieldProblemTexts[language][problem(index)]] as const);
  return Object.fromEntries([...beside, ['draftId', fieldProblemTexts[language].required]]);
}
