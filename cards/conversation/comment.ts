import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { type ShownComment, writer } from '../requests/comments.ts';

/** The card of a message about a request, in a person's own chat or in the thread of a unit's channel. */
export function commentCard(view: RequestView, shown: ShownComment, place: 'chat' | 'room', language: Language): Card {
  const words = commentTexts[language];
  const { id, number } = view.request;
  const name = writer(shown, view, language);
  const title =
    shown.comment.side === 'unit' && view.relation === 'leader'
      ? words.fromUnit(name, number)
      : words.fromLeader(name, number);
  // An administrator reads what goes to the leader only when the leader is not there.
  const isInstead = place === 'chat' && shown.comment.side === 'unit' && view.relation === 'admin';
  const hint = place === 'chat' ? words.replyHint : words.replyHintRoom;
  return {
    name: 'comment',
    about: id,
    title,
    blocks: [
      { block: 'quote', text: shown.comment.text },
      ...(isInstead ? [text(words.inPlaceOfLeader)] : []),
      ...(view.may.comment ? [text(hint, 'subtle')] : []),
    ],
    actions: [
      ...(view.may.comment ? [button('open-comment-form', words.answer, { requestId: id }, 'primary')] : []),
      button('show-request', words.see, { request: id }),
    ],
  };
}
