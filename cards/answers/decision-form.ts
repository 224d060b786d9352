import type { RequestView } from '../../domain/requests/view-request.ts';
import { decisions, type Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { decisionNames } from '../../locales/vocabulary.ts';
import type { Form } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The first step of a tilbagemelding: one press on what the answer is. */
export function decisionForm(
  { view, corrects }: { view: RequestView; corrects: boolean },
  language: Language,
  problems: Form['problems'] = {},
): Form {
  const words = answerFormTexts[language];
  const { id, number, version } = view.request;
  const input = { requestId: id, version: String(version), corrects: corrects ? 'true' : 'false' } as const;
  const title = corrects ? words.correctTitle : words.title;
  return {
    name: 'decision-form',
    title,
    intro: [
      { block: 'quote', text: `${number}: ${excerpt(view.request.text, 140)}` },
      text(words.decision, 'strong'),
      {
        block: 'list',
        items: decisions.map((decision) => ({
          title: words.meaning[decision],
          detail: '',
          mood: 'neutral',
          open: button('choose-decision', decisionNames[language][decision], { ...input, decision }),
        })),
      },
    ],
    fields: [],
    submit: null,
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-answer-form', title, input, 'primary'),
    problems,
  };
}
