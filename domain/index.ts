import { answerRequest } from './answers/answer-request.ts';
import { chooseDecision } from './answers/choose-decision.ts';
import { deliverRequest } from './answers/deliver-request.ts';
import { answerGiven } from './answers/messages/answer-given.ts';
import { requestDelivered } from './answers/messages/request-delivered.ts';
import { openAnswerForm } from './answers/open-answer-form.ts';
import { campaignPrompt } from './campaigns/campaign-prompt.ts';
import { openCampaignForm } from './campaigns/open-campaign-form.ts';
import { startCampaign } from './campaigns/start-campaign.ts';
import { followUnit } from './channels/follow-unit.ts';
import { roomCard } from './channels/messages/room-card.ts';
import { openFollowForm } from './channels/open-follow-form.ts';
import { unfollowUnit } from './channels/unfollow-unit.ts';
import { attachFiles } from './conversation/attach-files.ts';
import { commentOnRequest } from './conversation/comment-on-request.ts';
import { fetchFile } from './conversation/fetch-file.ts';
import { commentGiven } from './conversation/messages/comment-given.ts';
import { fileRefused } from './conversation/messages/file-refused.ts';
import { roomComment } from './conversation/messages/room-comment.ts';
import { openCommentForm } from './conversation/open-comment-form.ts';
import { showFiles } from './conversation/show-files.ts';
import { byKind, type ContentOf, type KindTo, type PayloadOf } from './delivery/registry.ts';
import { fillHome } from './overview/fill-home.ts';
import { help } from './overview/help.ts';
import { showDigest } from './overview/show-digest.ts';
import { showHome } from './overview/show-home.ts';
import { weeklyDigest, weeklyDigests } from './overview/weekly-digest.ts';
import { decideJoin } from './people/join/decide-join.ts';
import { joinAsked } from './people/join/messages/join-asked.ts';
import { letIn } from './people/join/messages/let-in.ts';
import { setLanguage } from './people/set-language.ts';
import { setPrompts } from './people/set-prompts.ts';
import { discardDraft } from './requests/drafts/discard-draft.ts';
import { draftRequest } from './requests/drafts/draft-request.ts';
import { openRequestForm } from './requests/drafts/open-request-form.ts';
import { reviseDraft } from './requests/drafts/revise-draft.ts';
import { sendDraft } from './requests/drafts/send-draft.ts';
import { showDraft } from './requests/drafts/show-draft.ts';
import { submitRequest } from './requests/drafts/submit-request.ts';
import { acknowledgeRequest } from './requests/flows/acknowledge-request.ts';
import { closeForm } from './requests/flows/close-form.ts';
import { handOverRequest } from './requests/flows/hand-over-request.ts';
import { listInbox } from './requests/flows/list-inbox.ts';
import { listMine } from './requests/flows/list-mine.ts';
import { openHandOverForm } from './requests/flows/open-hand-over-form.ts';
import { refreshRequest } from './requests/flows/refresh-request.ts';
import { showRequest } from './requests/flows/show-request.ts';
import { withdrawRequest } from './requests/flows/withdraw-request.ts';
import { requestArrived } from './requests/messages/request-arrived.ts';
import { requestWithdrawn } from './requests/messages/request-withdrawn.ts';
import { prepareSerials } from './requests/prepare-serials.ts';
import { requestChanged } from './requests/request-changed.ts';

/** Every action that a person can take, by the name it has in all layers and on both platforms. */
export const useCases = {
  'acknowledge-request': acknowledgeRequest,
  'answer-request': answerRequest,
  'attach-files': attachFiles,
  'choose-decision': chooseDecision,
  'close-form': closeForm,
  'comment-on-request': commentOnRequest,
  'decide-join': decideJoin,
  'deliver-request': deliverRequest,
  'discard-draft': discardDraft,
  'draft-request': draftRequest,
  'follow-unit': followUnit,
  'hand-over-request': handOverRequest,
  help: help,
  'list-inbox': listInbox,
  'list-mine': listMine,
  'open-answer-form': openAnswerForm,
  'open-campaign-form': openCampaignForm,
  'open-comment-form': openCommentForm,
  'open-follow-form': openFollowForm,
  'open-hand-over-form': openHandOverForm,
  'open-request-form': openRequestForm,
  'refresh-request': refreshRequest,
  'revise-draft': reviseDraft,
  'send-draft': sendDraft,
  'set-language': setLanguage,
  'set-prompts': setPrompts,
  'show-digest': showDigest,
  'show-draft': showDraft,
  'show-files': showFiles,
  'show-home': showHome,
  'show-request': showRequest,
  'start-campaign': startCampaign,
  'submit-request': submitRequest,
  'unfollow-unit': unfollowUnit,
  'withdraw-request': withdrawRequest,
} as const;

/** What somebody can do before they are let in; everything else is an action of a person. */
export type DoorAction = 'ask-to-join';

export type ActionName = keyof typeof useCases;

/** Everything that may be in the outbox, by its kind: messages to people, messages to rooms, and background tasks. */
export const deliveries = byKind([
  answerGiven,
  campaignPrompt,
  commentGiven,
  fileRefused,
  joinAsked,
  letIn,
  requestArrived,
  requestDelivered,
  requestWithdrawn,
  weeklyDigest,

  roomCard,
  roomComment,

  fetchFile,
  fillHome,
  requestChanged,
]);

type Deliveries = typeof deliveries;
export type PersonMessageKind = KindTo<'person', Deliveries>;
export type RoomMessageKind = KindTo<'room', Deliveries>;
export type TaskKind = KindTo<'lane', Deliveries>;
/** Whether a stored kind is one that this version knows and sends there. */
export function goesTo<To extends 'person' | 'room' | 'lane'>(to: To, kind: string): kind is KindTo<To, Deliveries> {
  return Object.values(deliveries).some((one) => one.kind === kind && one.to === to);
}

export type Payload<Kind extends keyof Deliveries> = PayloadOf<Deliveries[Kind]>;
export type Content<Kind extends PersonMessageKind | RoomMessageKind> = ContentOf<Deliveries[Kind]>;

/** What happens at times. */
export const schedules = [prepareSerials, weeklyDigests] as const;
