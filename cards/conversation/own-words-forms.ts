import { textLimits } from '../../domain/input.ts';
import type { ToCorrect } from '../../domain/requests/flows/correct.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { type Block, type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The form for adding to a request that was sent. */
export function addForm({ request, unitName }: RequestView, filled: Filled, language: Language): Form {
  const words = requestTexts[language];
  const { id: requestId, number } = request;
  return {
    name: 'add-form',
    title: words.addTitle,
    intro: [
      text(number, 'strong'),
      { block: 'quote', text: excerpt(request.text, 280) },
      text(words.addIntro(unitName), 'subtle'),
    ],
    ...formOf('add-to-request', { requestId }, words.addSubmit, {
      text: textField(words.addText, filled.values.text, { maxLength: textLimits.comment }),
    }),
    cancel: button('close-form', commentTexts[language].cancel, { requestId }),
    open: button('open-add-form', words.add, { requestId }, 'primary'),
    problems: filled.problems,
  };
}

/** The form for correcting the words of a request that was sent, filled in with them. */
export function correctForm({ view, by }: ToCorrect, filled: Filled, language: Language): Form {
  const words = requestTexts[language];
  const { request, unitName } = view;
  const { id: requestId, number } = request;
  const input = { requestId, version: String(request.version), ...(by && { draftId: by.id }) };
  const said: Block[] = by ? [text(words.correctBy), { block: 'quote', text: excerpt(by.text, 280) }] : [];
  return {
    name: 'correct-form',
    title: words.correctTitle,
    intro: [text(number, 'strong'), ...said, text(words.correctIntro(unitName), 'subtle')],
    ...formOf('correct-request', input, words.correctSubmit, {
      text: textField(words.correctText, filled.values.text ?? request.text, { maxLength: textLimits.request }),
    }),
    cancel: button('close-form', commentTexts[language].cancel, { requestId }),
    open: button('open-correct-form', words.correct, input, 'primary'),
    problems: filled.problems,
  };
}
