import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import type { Block, Card } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** So many of the latest messages fit beside the longest request and answer. */
const shownComments = 2;

/** How much of a message stands in the request's own card; the whole of it was sent as a message. */
const shownLength = 140;

type Shown = RequestView['comments'][number];

/** A message about a request in somebody's own chat, or in the thread of a unit's channel. */
export function commentCard(view: RequestView, shown: Shown, place: 'chat' | 'room', language: Language): Card {
  const words = commentTexts[language];
  const { id, number } = view.request;
  const name = writer(shown, view, language);
  const title =
    shown.comment.side === 'unit' && view.relation === 'leader'
      ? words.fromUnit(name, number)
      : words.fromLeader(name, number);
  const hint = place === 'chat' ? words.replyHint : words.replyHintRoom;
  return {
    name: 'comment',
    about: id,
    title,
    blocks: [{ block: 'quote', text: shown.comment.text }, ...(view.may.comment ? [text(hint, 'subtle')] : [])],
    actions: [
      ...(view.may.comment ? [button('open-comment-form', words.answer, { requestId: id }, 'primary')] : []),
      button('show-request', words.see, { request: id }),
    ],
  };
}

/** The latest messages in the request's own card. */
export function commentBlocks(view: RequestView, language: Language): Block[] {
  if (view.comments.length === 0) return [];
  const words = commentTexts[language];
  const hidden = view.comments.length - shownComments;
  return [
    text(words.heading, 'strong'),
    ...(hidden > 0 ? [text(words.earlier(hidden), 'subtle')] : []),
    ...view.comments.slice(-shownComments).flatMap((shown): Block[] => {
      const isOwn = shown.comment.side === 'leader' && view.relation === 'leader';
      const name = isOwn ? words.you : writer(shown, view, language);
      return [
        text(words.said(name, formatInstant(shown.comment.at, language)), 'subtle'),
        { block: 'quote', text: excerpt(shown.comment.text, shownLength) },
      ];
    }),
  ];
}

function writer({ comment, byName }: Shown, { request }: RequestView, language: Language): string {
  const words = commentTexts[language];
  if (byName !== null) return byName;
  if (comment.side === 'unit') return words.unit;
  return request.anonymous ? words.anonymousLeader : words.leader;
}
