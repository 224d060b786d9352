import { textLimits } from '../../domain/input.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { type Filled, type Form, formOf, textField } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** The form for a message to the other side of a request. */
export function commentForm(view: RequestView, filled: Filled, language: Language): Form {
  const words = commentTexts[language];
  const { id, number, anonymous } = view.request;
  const toLeader = anonymous ? words.toAnonymousLeader : words.toLeader;
  return {
    name: 'comment-form',
    title: words.formTitle,
    intro: [
      text(number, 'strong'),
      { block: 'quote', text: excerpt(view.request.text, 280) },
      text(view.relation === 'leader' ? words.toUnit(view.unitName) : toLeader, 'subtle'),
    ],
    ...formOf('comment-on-request', { requestId: id }, words.submit, {
      text: textField(words.text, filled.values.text, { maxLength: textLimits.comment }),
    }),
    cancel: button('close-form', words.cancel, { requestId: id }),
    open: button('open-comment-form', words.formTitle, { requestId: id }, 'primary'),
    problems: filled.problems,
  };
}
