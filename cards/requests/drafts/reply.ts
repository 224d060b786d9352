import { textLimits } from '../../../domain/input.ts';
import { canBeReply, type Draft } from '../../../domain/requests/drafts/draft.ts';
import type { Answered } from '../../../domain/requests/drafts/shown-draft.ts';
import type { Attachment } from '../../../domain/requests/record/attachment.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { commentTexts } from '../../../locales/requests/comment.ts';
import { fileTexts } from '../../../locales/requests/files.ts';
import { replyTexts } from '../../../locales/requests/reply.ts';
import type { ActionRef, Block, Card } from '../../card.ts';
import { noticeCard } from '../../notice.ts';
import { button, excerpt, text } from '../../parts.ts';
import { reachesLeader, receiverLines } from '../comments.ts';
import { fileFacts } from '../request-facts.ts';
import { draftInput } from './draft.ts';

/** A draft whose words are or may be a reply, as its writer sees it. */
export interface ReplyDraft {
  draft: Draft;
  files: readonly Attachment[];
  answers: readonly Answered[];
}

/** A reply is on its way: who gets it, and the way back. */
export function replyCard(
  { draft, files }: Omit<ReplyDraft, 'answers'>,
  { request, side, unit, receiver }: Answered,
  mayBeWish: boolean,
  language: Language,
): Card {
  const words = replyTexts[language];
  const toLeader = reachesLeader(receiver) ? words.goesToLeader : commentTexts[language].notToLeader;
  return {
    name: 'reply',
    about: draft.id,
    title: side === 'leader' ? words.goesToUnit(unit) : toLeader,
    blocks: [
      { block: 'quote', text: draft.text },
      ...fileFacts(files, language),
      ...receiverLines(receiver, side, unit, language).map((line) => text(line)),
      text(words.about(request.number, excerpt(request.text, 140))),
      text(words.soon, 'subtle'),
    ],
    actions: [button('take-reply-back', mayBeWish ? words.wasWish : words.takeBack, { draftId: draft.id })],
  };
}

/** Nobody but the writer knows what the words are: a reply to one of these requests, or a wish. */
export function whichCard({ draft, files, answers }: ReplyDraft, language: Language): Card {
  const words = replyTexts[language];
  return {
    name: 'which',
    about: draft.id,
    title: words.whichTitle,
    blocks: [
      { block: 'quote', text: shown(draft.text) },
      ...fileFacts(files, language),
      text(isTooLong(draft) ? words.tooLong : words.which),
      ...options({ draft, answers }, language),
    ],
    actions: [...offers({ draft, answers }, language), button('take-reply-back', words.newWish, { draftId: draft.id })],
  };
}

/** Words of somebody who may not submit: kept, with what can be done with them. */
export function keptCard({ draft, files, answers }: ReplyDraft, mayAnswer: boolean, language: Language): Card {
  const words = replyTexts[language];
  const isFile = draft.text === '' && files.length > 0;
  const hint = answers.length > 0 ? words.keptForLeader : words.kept;
  const offered = offers({ draft, answers }, language);
  const inbox = mayAnswer ? [button('list-inbox', words.inbox)] : [];
  return {
    name: 'kept',
    about: draft.id,
    title: isFile ? fileTexts[language].waitsForOwnWords : words.keptTitle,
    blocks: [
      ...(isFile ? [] : [{ block: 'quote', text: shown(draft.text) } as const]),
      ...fileFacts(files, language),
      text(isTooLong(draft) ? words.tooLong : hint),
      ...options({ draft, answers }, language),
    ],
    actions: [
      ...offered,
      ...(offered.length === 0 ? inbox : []),
      button('discard-draft', words.discard, draftInput(draft), 'danger'),
    ],
  };
}

/** A reply that could not be sent: its words are kept. */
export function replyKeptCard({ id }: Pick<Draft, 'id'>, language: Language): Card {
  const words = replyTexts[language];
  return noticeCard(words.notSent, [button('show-draft', words.see, { draftId: id })]);
}

function offers({ draft, answers }: Omit<ReplyDraft, 'files'>, language: Language): ActionRef[] {
  const words = replyTexts[language];
  if (!canBeReply(draft.text)) return [];
  return answers.map(({ request }, at) => {
    const input = { draftId: draft.id, requestId: request.id };
    return button('send-as-reply', words.answer(request.number), input, at === 0 ? 'primary' : 'default');
  });
}

/** Says what the numbers on the buttons stand for, since a button on a phone has no room for it. */
function options({ draft, answers }: Omit<ReplyDraft, 'files'>, language: Language): Block[] {
  const words = replyTexts[language];
  if (!canBeReply(draft.text)) return [];
  return answers.map(({ request, side, unit }) =>
    text(words.option(request.number, side === 'leader' ? unit : words.leader, excerpt(request.text, 80))),
  );
}

const isTooLong = (draft: Draft) => draft.text.length > textLimits.comment;
const shown = (words: string) => (words.length > textLimits.comment ? excerpt(words, 280) : words);
