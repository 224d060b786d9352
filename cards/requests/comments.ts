import type { Receiver } from '../../domain/requests/party.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import type { Block } from '../card.ts';
import { excerpt, text } from '../parts.ts';

/** The number of latest messages that fit beside the longest request and answer. */
const shownComments = 2;

/** The part of a message that the request's own card shows; the message itself was sent whole. */
const shownLength = 140;

export type ShownComment = RequestView['comments'][number];

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

/** Says who gets what somebody writes, where that is not just whom it is for. */
export function receiverLines({ former, instead }: Receiver, side: Side, unit: string, language: Language): string[] {
  const words = commentTexts[language];
  if (side === 'unit')
    return instead === null ? [] : [instead === 'administrators' ? words.leaderLeft : words.leaderUnsaid];
  return [
    ...(former === null ? [] : [words.movedFrom(former, unit)]),
    ...(instead === null ? [] : [words.noOwner(unit)]),
  ];
}

/** What a message or reply was sent as: to the other side, or to those who are told instead. */
export function reachesLeader({ instead }: Receiver): boolean {
  return instead !== 'administrators';
}

type Side = ShownComment['comment']['side'];

/** The writer of a message, by name where the reader may know it. */
export function writer({ comment, byName }: ShownComment, { request }: RequestView, language: Language): string {
  const words = commentTexts[language];
  if (byName !== null) return byName;
  if (comment.side === 'unit') return words.unit;
  return request.anonymous ? words.anonymousLeader : words.leader;
}
