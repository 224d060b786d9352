import { horizonKey } from '../../domain/answers/answer-request.ts';
import type { ActionInput } from '../../domain/index.ts';
import { textLimits } from '../../domain/input.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Horizon } from '../../domain/time/horizon/read.ts';
import { type Decision, declineCategories, type Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { describePeriod } from '../../locales/time/horizon.ts';
import { decisionNames, declineCategoryNames } from '../../locales/vocabulary.ts';
import { type Block, choiceField, type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, facts, text } from '../parts.ts';

type FieldId = Exclude<keyof ActionInput<'answer-request'>, 'requestId' | 'version' | 'decision' | 'horizonRead'>;

const always = ['measure', 'expectedImprovement', 'horizon', 'horizonPicked'] as const;
const more = ['nowPossible', 'whatItTakes'] as const;
const promised = [...always, ...more, 'noDateReason'] as const;

/** The fields that each decision needs; the form leaves out the others. */
const fieldsOf: Record<Decision, readonly FieldId[]> = {
  planned: promised,
  partly: promised,
  alreadyUnderway: promised,
  done: always,
  guidance: always,
  declined: [...always, ...more, 'declineCategory'],
};

/** The input of the form: the chosen decision, and the periods that can be picked. */
export interface AnswerStep {
  view: RequestView;
  decision: Decision;
  horizons: ReadonlyArray<{ start: string; end: string }>;
  /** The days that the typed horizon was read as, where the owner is asked whether they are the ones meant. */
  reading: Horizon | null;
}

/** The question above a form whose horizon was read otherwise than in plain words; the words stand below, to be corrected. */
function askWhetherRight({ start, end }: Horizon, language: Language): Block {
  const meant = describePeriod(start, end, language);
  return { block: 'status', text: answerFormTexts[language].readAs(meant), mood: 'waiting' };
}

/** The form for the second step of a tilbagemelding, with only the fields that the decision needs. */
export function answerForm(
  { view, decision, horizons, reading }: AnswerStep,
  filled: Filled,
  language: Language,
): Form {
  const words = answerFormTexts[language];
  const { values } = filled;
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version) };
  const held = { ...input, decision, horizonRead: reading ? horizonKey(reading) : '' };
  const partly = decision === 'partly';
  const asked = formOf('answer-request', held, reading ? words.confirm : words.submit, {
    declineCategory: choiceField(
      words.declineCategory,
      values.declineCategory,
      declineCategories.map((one) => [one, declineCategoryNames[language][one]]),
      { empty: words.choose },
    ),
    measure: textField(words.measure[decision], values.measure, { maxLength: textLimits.measure }),
    expectedImprovement: textField(words.expectedImprovement, values.expectedImprovement, {
      maxLength: textLimits.expectedImprovement,
      hint: words.expectedImprovementHint,
    }),
    horizon: textField(words.horizon, values.horizon, {
      maxLength: textLimits.horizon,
      hint: words.horizonHint,
      required: false,
      multiline: false,
    }),
    horizonPicked: choiceField(
      words.horizonPicked,
      values.horizonPicked,
      horizons.map(({ start, end }) => [`${start}/${end}`, describePeriod(start, end, language)]),
      { empty: words.horizonPickedEmpty, required: false },
    ),
    noDateReason: textField(words.noDateReason, values.noDateReason, {
      maxLength: textLimits.reason,
      required: false,
      multiline: false,
    }),
    nowPossible: textField(words.nowPossible, values.nowPossible, {
      maxLength: textLimits.nowPossible,
      required: partly,
    }),
    whatItTakes: textField(words.whatItTakes[decision], values.whatItTakes, {
      maxLength: textLimits.whatItTakes,
      required: partly,
    }),
  });
  return {
    name: 'answer-form',
    title: words.title,
    intro: [
      ...(reading ? [askWhetherRight(reading, language)] : []),
      text(number, 'strong'),
      { block: 'quote', text: excerpt(view.request.text, 280) },
      ...facts([[words.decided, decisionNames[language][decision]]]),
    ],
    submit: asked.submit,
    fields: asked.fields.filter((field) => fieldsOf[decision].some((one) => one === field.id)),
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-answer-form', words.title, input, 'primary'),
    problems: filled.problems,
  };
}
