import type { Content, PersonMessageKind, RoomMessageKind } from '../domain/index.ts';
import type { Language } from '../domain/vocabulary.ts';
import { requestTexts } from '../locales/requests/request.ts';
import { trialEndedCard } from './answers/trial-ended.ts';
import { campaignPromptCard } from './campaigns/campaign-prompt.ts';
import type { Card } from './card.ts';
import { commentCard } from './conversation/comment.ts';
import { fileRefusedCard } from './conversation/files.ts';
import { movedCard } from './live.ts';
import { backAgainCard } from './overview/back-again.ts';
import { digestCard } from './overview/digest.ts';
import { draftsWaitCard } from './overview/kept-drafts.ts';
import { letInCard } from './overview/let-in.ts';
import { parkedCard } from './overview/parked.ts';
import { platformPausedCard } from './overview/platform-paused.ts';
import { joinCard } from './people/join.ts';
import { draftCard } from './requests/drafts/draft.ts';
import { replyKeptCard } from './requests/drafts/reply.ts';
import { answerCard, requestCard } from './requests/request.ts';
import { unitClosedCard } from './requests/unit-closed.ts';

type Cards<Kinds extends PersonMessageKind | RoomMessageKind> = {
  [Kind in Kinds]: (content: Content<Kind>, language: Language) => Card;
};

/** The cards of all kinds of messages to people, made of the content at delivery. */
export const personCards: Cards<PersonMessageKind> = {
  'answer-corrected': ({ view, answer }, language) =>
    answerCard(view, answer, language, requestTexts[language].answerCorrectedTitle(view.request.number)),
  'answer-given': ({ view, answer }, language) => answerCard(view, answer, language),
  'back-again': backAgainCard,
  'campaign-prompt': campaignPromptCard,
  'comment-given': ({ view, shown }, language) => commentCard(view, shown, 'chat', language),
  'draft-kept': ({ draft, suggested, problem, unit, files }, language) =>
    draftCard(draft, suggested, problem, unit, files, language),
  'drafts-wait': draftsWaitCard,
  'file-refused': fileRefusedCard,
  'join-asked': joinCard,
  'let-in': letInCard,
  'messages-parked': (parked, language) => parkedCard(parked, null, language),
  'platform-paused': platformPausedCard,
  'reply-kept': replyKeptCard,
  'request-added': (view, language) =>
    requestCard(view, language, requestTexts[language].addedTitle(view.request.number)),
  'request-arrived': (view, language) =>
    requestCard(view, language, requestTexts[language].arrivedTitle(view.request.number)),
  'request-delivered': (view, language) =>
    requestCard(view, language, requestTexts[language].deliveredTitle(view.request.number)),
  'request-revised': (view, language) =>
    requestCard(view, language, requestTexts[language].revisedTitle(view.request.number)),
  'request-restored': (view, language) =>
    requestCard(view, language, requestTexts[language].restoredTitle(view.request.number)),
  'request-withdrawn': (view, language) =>
    requestCard(view, language, requestTexts[language].withdrawnTitle(view.request.number)),
  'trial-ended': ({ view, answer }, language) => trialEndedCard(view, answer, language),
  'unit-closed': unitClosedCard,
  'weekly-digest': digestCard,
};

/** The cards of all kinds of messages to channels, where everybody reads along. */
export const roomCards: Cards<RoomMessageKind> = {
  'room-card': ({ view, decision }, language) =>
    decision.do === 'moved' ? movedCard(view, language) : { ...requestCard(view, language), name: 'room-request' },
  'room-comment': ({ view, shown }, language) => commentCard(view, shown, 'room', language),
};
