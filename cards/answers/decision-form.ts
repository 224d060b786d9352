import type { RequestView } from '../../domain/requests/view-request.ts';
import { decisions, type Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { decisionNames } from '../../locales/vocabulary.ts';
import { choiceField, type Filled, type Form, formOf } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The form for the first step of a tilbagemelding, with one question. */
export function decisionForm({ view }: { view: RequestView }, filled: Filled, language: Language): Form {
  const words = answerFormTexts[language];
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version) };
  return {
    name: 'decision-form',
    title: words.title,
    intro: [text(number, 'strong'), { block: 'quote', text: excerpt(view.request.text, 280) }],
    ...formOf('choose-decision', input, words.next, {
      decision: choiceField(
        words.decision,
        filled.values.decision,
        decisions.map((one) => [one, decisionNames[language][one]]),
        { empty: words.choose },
      ),
    }),
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-answer-form', words.title, input, 'primary'),
    problems: filled.problems,
  };
}
