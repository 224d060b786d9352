import type { z } from 'zod';
import { textLimits } from '../domain/input.ts';
import type { answerRequest } from '../domain/use-cases/answer-request.ts';
import type { RequestView } from '../domain/view-request.ts';
import { decisions, declineCategories, type Language } from '../domain/vocabulary.ts';
import { answerFormTexts } from '../locales/answer-form.ts';
import { describePeriod } from '../locales/horizon.ts';
import { decisionNames, declineCategoryNames } from '../locales/vocabulary.ts';
import { choiceField, type Filled, type Form, namedFields, textField } from './card.ts';
import { button, excerpt, text } from './parts.ts';

type FieldId = Exclude<keyof z.input<typeof answerRequest.input>, 'requestId' | 'version'>;

/** The form for a tilbagemelding. `horizons` are the periods that can be picked instead of typed. */
export function answerForm(
  view: RequestView,
  horizons: ReadonlyArray<{ start: string; end: string }>,
  filled: Filled,
  language: Language,
): Form {
  const words = answerFormTexts[language];
  const { values } = filled;
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version) };
  return {
    name: 'answer-form',
    title: words.title,
    intro: [text(number, 'strong'), { block: 'quote', text: excerpt(view.request.text, 280) }],
    fields: namedFields<FieldId>({
      decision: choiceField(
        words.decision,
        values.decision,
        decisions.map((one) => [one, decisionNames[language][one]]),
        {
          empty: words.choose,
        },
      ),
      measure: textField(words.measure, values.measure, { maxLength: textLimits.measure, hint: words.measureHint }),
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
        required: false,
      }),
      whatItTakes: textField(words.whatItTakes, values.whatItTakes, {
        maxLength: textLimits.whatItTakes,
        required: false,
      }),
      declineCategory: choiceField(
        words.declineCategory,
        values.declineCategory,
        declineCategories.map((one) => [one, declineCategoryNames[language][one]]),
        { empty: words.notNeeded, required: false },
      ),
    }),
    submit: { action: 'answer-request', input, label: words.submit },
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-answer-form', words.title, input, 'primary'),
    problems: filled.problems,
  };
}
