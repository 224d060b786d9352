import { textLimits } from '../../domain/input.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { areas, kinds, type Language } from '../../domain/vocabulary.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
import { areaNames, kindNames } from '../../locales/vocabulary.ts';
import { choiceField, type Filled, type Form, formOf, numberField, textField } from '../card.ts';
import { button, text } from '../parts.ts';

/**
 * The form that was sent once more with other words, after somebody had acted on the first ones: both stand there, and
 * what is in the fields can be sent as a request of its own.
 */
export function sentAlreadyForm(first: Pick<Request, 'number' | 'text'>, filled: Filled, language: Language): Form {
  const words = requestFormTexts[language];
  return {
    ...requestForm(null, filled, language),
    intro: [
      text(refusalTexts[language]['sent-already'], 'strong'),
      text(words.sentFirst(first.number)),
      { block: 'quote', text: first.text },
      text(words.sendAsNew),
    ],
  };
}

/**
 * The form for a request; only the text and the area are required.
 * @param isCut whether its text is the beginning of one that is too long
 * @param parts the number of messages that its draft is made of; absent: one
 */
export function requestForm(
  draftId: string | null,
  filled: Filled,
  language: Language,
  { isCut = false, parts }: { isCut?: boolean; parts?: string | undefined } = {},
): Form {
  const words = requestFormTexts[language];
  const { values } = filled;
  const held: { draftId?: string } = draftId === null ? {} : { draftId };
  const sent: { draftId?: string; parts?: string } = { ...held, ...(parts !== undefined && { parts }) };
  return {
    name: 'request-form',
    title: words.title,
    intro: [text(isCut ? words.shorten : words.intro)],
    ...formOf('submit-request', sent, words.submit, {
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
    cancel: button('close-form', words.cancel, held),
    open: button('open-request-form', words.open, held, 'primary'),
    problems: filled.problems,
  };
}
