import type { z } from 'zod';
import { textLimits } from '../../domain/input.ts';
import type { submitRequest } from '../../domain/requests/drafts/submit-request.ts';
import { areas, kinds, type Language } from '../../domain/vocabulary.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
import { areaNames, kindNames } from '../../locales/vocabulary.ts';
import { choiceField, type Filled, type Form, namedFields, numberField, textField } from '../card.ts';
import { button, text } from '../parts.ts';

type FieldId = Exclude<keyof z.input<typeof submitRequest.input>, 'draftId'>;

/** The form for a request; everything but the text and the area may be left alone. */
export function requestForm(draftId: string | null, filled: Filled, language: Language): Form {
  const words = requestFormTexts[language];
  const { values } = filled;
  return {
    name: 'request-form',
    title: words.title,
    intro: [text(words.intro)],
    fields: namedFields<FieldId>({
      text: textField(words.text, values.text, { maxLength: textLimits.request, hint: words.textHint }),
      area: choiceField(
        words.area,
        values.area,
        areas.map((area) => [area, areaNames[language][area]]),
        {
          empty: words.choose,
        },
      ),
      kind: choiceField(
        words.kind,
        values.kind,
        kinds.map((kind) => [kind, kindNames[language][kind]]),
        {
          empty: words.kindEmpty,
          required: false,
        },
      ),
      minutesPerTime: numberField(words.minutesPerTime, values.minutesPerTime, { max: 10_000 }),
      timesPerMonth: numberField(words.timesPerMonth, values.timesPerMonth, { max: 10_000 }),
      peopleAffected: numberField(words.peopleAffected, values.peopleAffected, { max: 100_000 }),
      anonymous: {
        field: 'toggle',
        label: words.anonymous,
        about: words.yourName,
        hint: null,
        required: false,
        value: values.anonymous === 'true',
      },
    }),
    submit: { action: 'submit-request', input: draftId === null ? {} : { draftId }, label: words.submit },
    cancel: button('close-form', words.cancel, draftId === null ? {} : { draftId }),
    open: button('open-request-form', words.open, draftId === null ? {} : { draftId }, 'primary'),
    problems: filled.problems,
  };
}
