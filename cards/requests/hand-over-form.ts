import { textLimits } from '../../domain/input.ts';
import type { Unit } from '../../domain/people/unit.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { handOverFormTexts } from '../../locales/requests/hand-over-form.ts';
import { choiceField, type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The form for giving a request to another unit, with the unit and the reason. */
export function handOverForm(
  { view, units }: { view: RequestView; units: readonly Unit[] },
  filled: Filled,
  language: Language,
): Form {
  const words = handOverFormTexts[language];
  const { values } = filled;
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version) };
  return {
    name: 'hand-over-form',
    title: words.title,
    intro: [
      text(number, 'strong'),
      { block: 'quote', text: excerpt(view.request.text, 280) },
      text(words.intro, 'subtle'),
    ],
    ...formOf('hand-over-request', input, words.submit, {
      unit: choiceField(
        words.unit,
        values.unit,
        units.map(({ id, name }) => [id, name]),
        { empty: words.choose },
      ),
      reason: textField(words.reason, values.reason, { maxLength: textLimits.reason, hint: words.reasonHint }),
    }),
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-hand-over-form', words.title, input, 'primary'),
    problems: filled.problems,
  };
}
