import { textLimits } from '../../domain/input.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { choiceField, type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The form for a campaign, with a question filled in. */
export function campaignForm(
  audience: { leaders: number; administrations: ReadonlyArray<{ id: string; name: string; leaders: number }> },
  filled: Filled,
  language: Language,
): Form {
  const words = campaignTexts[language];
  const { values } = filled;
  return {
    name: 'campaign-form',
    title: words.formTitle,
    intro: [text(words.intro)],
    ...formOf('start-campaign', {}, words.submit, {
      question: textField(words.question, values.question ?? words.defaultQuestion, {
        maxLength: textLimits.question,
        hint: words.questionHint,
      }),
      administration: choiceField(
        words.administration,
        values.administration,
        audience.administrations.map(({ id, name, leaders }) => [id, words.group(excerpt(name, 55), leaders)]),
        { empty: words.everyone(audience.leaders), required: false },
      ),
    }),
    cancel: button('close-form', words.cancel),
    open: button('open-campaign-form', words.formTitle, {}, 'primary'),
    problems: filled.problems,
  };
}
