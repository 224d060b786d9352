import type { AnswerStep } from '../../domain/answers/answer-form.ts';
import { horizonKey } from '../../domain/answers/asked-time.ts';
import type { ActionInput } from '../../domain/index.ts';
import { textLimits } from '../../domain/input.ts';
import { asks } from '../../domain/requests/record/asks.ts';
import type { Horizon } from '../../domain/time/horizon/read.ts';
import { type Decision, declineCategories, type Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { describePeriod } from '../../locales/time/horizon.ts';
import { decisionNames, declineCategoryNames } from '../../locales/vocabulary.ts';
import { type ActionRef, type Block, choiceField, type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, facts } from '../parts.ts';

/**
 * The question above a form whose time was read otherwise than in plain words; the words stand below, to be corrected.
 */
function askWhetherRight({ start, end }: Horizon, language: Language): Block {
  const words = answerFormTexts[language];
  const asked = start === null ? words.readAsNone : words.readAs(describePeriod(start, end, language));
  return { block: 'status', text: asked, mood: 'waiting' };
}

/**
 * The form for the second step of a tilbagemelding, with only the fields that the decision asks for.
 * @param reading the days that the typed time was read as, where the owner is asked whether they are the ones meant
 */
export function answerForm(step: AnswerStep, filled: Filled, language: Language, reading: Horizon | null = null): Form {
  const words = answerFormTexts[language];
  const { view, decision, corrects, more } = step;
  const values = { ...step.values, ...filled.values };
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version), corrects: corrects ? 'true' : 'false' } as const;
  const held = { ...input, decision, horizonRead: reading ? horizonKey(reading) : '' };
  const submit = corrects ? words.submitCorrected : words.submit;
  const { fields, more: optional, time } = asks[decision];
  const timed = decision === 'guidance' || decision === 'declined' ? 'planned' : decision;
  const takes = decision === 'partly' || decision === 'declined' ? decision : 'planned';
  const asked = formOf('answer-request', held, reading ? words.confirm : submit, {
    declineCategory: choiceField(
      words.declineCategory,
      values.declineCategory,
      declineCategories.map((one) => [one, declineCategoryNames[language][one]]),
      { empty: words.choose },
    ),
    measure: textField(words.measure[decision], values.measure, { maxLength: textLimits.measure }),
    expectedImprovement: textField(words.expectedImprovement, values.expectedImprovement, {
      maxLength: textLimits.expectedImprovement,
    }),
    lookedAt: textField(words.lookedAt, values.lookedAt, { maxLength: textLimits.lookedAt }),
    where: textField(words.where, values.where, { maxLength: textLimits.where, multiline: false }),
    nowPossible: textField(words.nowPossible, values.nowPossible, {
      maxLength: textLimits.nowPossible,
      required: fields.includes('nowPossible'),
    }),
    whatItTakes: textField(words.whatItTakes[takes], values.whatItTakes, {
      maxLength: textLimits.whatItTakes,
      required: fields.includes('whatItTakes'),
    }),
    horizon: textField(words.horizon[timed], values.horizon, {
      maxLength: textLimits.horizon,
      hint: words.horizonHint[timed],
      required: false,
      multiline: false,
    }),
    horizonPicked: choiceField(
      words.horizonPicked,
      values.horizonPicked,
      step.horizons.map(({ start, end }) => [`${start}/${end}`, describePeriod(start, end, language)]),
      { empty: words.horizonPickedEmpty, required: false },
    ),
  });
  const shown: readonly string[] = [...fields, ...(more ? optional : []), ...(time ? ['horizonPicked'] : [])];
  return {
    name: 'answer-form',
    title: corrects ? words.correctTitle : words.title,
    intro: [
      ...(reading ? [askWhetherRight(reading, language)] : []),
      { block: 'quote', text: `${number}: ${excerpt(view.request.text, 140)}` },
      ...facts([[words.decided, decisionNames[language][decision]]]),
    ],
    submit: asked.submit,
    fields: asked.fields.filter(({ id: field }) => shown.includes(field)),
    also: alsoOf(input, decision, optional.length > 0 && !more, language),
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-answer-form', words.title, input, 'primary'),
    problems: filled.problems,
  };
}

/** The ways on from the form that take along what was typed. */
function alsoOf(
  input: Pick<ActionInput<'answer-request'>, 'requestId' | 'version' | 'corrects'>,
  decision: Decision,
  hasMore: boolean,
  language: Language,
): ActionRef[] {
  const words = answerFormTexts[language];
  return [
    ...(hasMore ? [button('choose-decision', words.more, { ...input, decision, more: 'true' })] : []),
    button('keep-answer', words.other, { ...input, decision, next: 'choose' }),
    button('keep-answer', words.later, { ...input, decision, next: 'later' }),
  ];
}
