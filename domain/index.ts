import type { z } from 'zod';
import { chooseDecision, keepAnswer, openAnswerForm } from './answers/answer-form.ts';
import { answerRequest } from './answers/answer-request.ts';
import { deliverRequest } from './answers/deliver-request.ts';
import { answerCorrected } from './answers/messages/answer-corrected.ts';
import { answerGiven } from './answers/messages/answer-given.ts';
import { requestDelivered } from './answers/messages/request-delivered.ts';
import { trialEnded } from './answers/messages/trial-ended.ts';
import { trialEnds } from './answers/trial-ends.ts';
import { campaignPrompt } from './campaigns/campaign-prompt.ts';
import { cancelCampaign, withdrawPrompts } from './campaigns/cancel-campaign.ts';
import { listCampaigns, showCampaign } from './campaigns/show-campaigns.ts';
import { openCampaignForm, startCampaign } from './campaigns/start-campaign.ts';
import { followUnit, openFollowForm, unfollowUnit } from './channels/follow-unit.ts';
import { roomCard } from './channels/messages/room-card.ts';
import { addDraft, addToRequest, openAddForm } from './conversation/add-to-request.ts';
import { attachFiles } from './conversation/attach-files.ts';
import { commentOnRequest, openCommentForm } from './conversation/comment-on-request.ts';
import { fetchFile } from './conversation/fetch-file.ts';
import { commentGiven } from './conversation/messages/comment-given.ts';
import { fileRefused } from './conversation/messages/file-refused.ts';
import { replyKept } from './conversation/messages/reply-kept.ts';
import { roomComment } from './conversation/messages/room-comment.ts';
import { answerQuestion, askAboutWords, sendAsReply, takeReplyBack } from './conversation/replies/answer-question.ts';
import { sendReply } from './conversation/replies/send-reply.ts';
import { showFiles } from './conversation/show-files.ts';
import type { ContentOf, KindTo, PayloadOf } from './delivery/registry.ts';
import { backAgain } from './overview/back-again.ts';
import { fillHome } from './overview/fill-home.ts';
import { help } from './overview/help.ts';
import { listParked, sendParkedAgain } from './overview/parked/list-parked.ts';
import { messagesParked, tellOfParked } from './overview/parked/messages-parked.ts';
import { platformPaused } from './overview/platform-paused.ts';
import { listDigest, showDigest } from './overview/show-digest.ts';
import { showHome } from './overview/show-home.ts';
import { weeklyDigest, weeklyDigests } from './overview/weekly-digest.ts';
import type { askToJoin } from './people/join/ask-to-join.ts';
import { decideJoin } from './people/join/decide-join.ts';
import { joinAsked } from './people/join/messages/join-asked.ts';
import { letIn } from './people/join/messages/let-in.ts';
import { tellTurnedDown } from './people/join/messages/turned-down.ts';
import { forgetOldWords } from './people/join/stranger-words.ts';
import { setLanguage, setPrompts } from './people/preferences.ts';
import { registryBy } from './registry.ts';
import { confirmDraft, denyDraft } from './requests/drafts/confirm-draft.ts';
import { discardDraft, takeWordsBack } from './requests/drafts/discard-draft.ts';
import { draftRequest } from './requests/drafts/draft-request.ts';
import { deleteOldDrafts, draftsWait, mentionDrafts } from './requests/drafts/old-drafts.ts';
import { joinDrafts, partDraft } from './requests/drafts/parts/join-drafts.ts';
import { reviseDraft } from './requests/drafts/revise-draft.ts';
import { sendDraft } from './requests/drafts/send-draft.ts';
import { showDraft } from './requests/drafts/show-draft.ts';
import { splitDraft } from './requests/drafts/split/split-draft.ts';
import { openRequestForm, submitRequest } from './requests/drafts/submit-request.ts';
import { acknowledgeRequest } from './requests/flows/acknowledge.ts';
import { closeForm } from './requests/flows/close-form.ts';
import { correctRequest, openCorrectForm } from './requests/flows/correct.ts';
import { handOverRequest, openHandOverForm } from './requests/flows/hand-over.ts';
import { listInbox, listMine, listOverdue } from './requests/flows/list-requests.ts';
import { nameNumber } from './requests/flows/name-number.ts';
import { refreshRequest, showRequest } from './requests/flows/show-request.ts';
import { openWithdrawal, undoWithdrawal, withdrawRequest } from './requests/flows/withdraw.ts';
import { draftKept } from './requests/messages/draft-kept.ts';
import { requestArrived } from './requests/messages/request-arrived.ts';
import { requestAdded, requestRevised } from './requests/messages/request-revised.ts';
import { requestRestored, requestWithdrawn } from './requests/messages/request-withdrawn.ts';
import { unitClosed } from './requests/messages/unit-closed.ts';
import { prepareSerials } from './requests/prepare-serials.ts';
import { cardsChanged, requestChanged } from './requests/request-changed.ts';

/** All actions that a person can take. */
const all = [
  acknowledgeRequest,
  answerQuestion,
  addDraft,
  addToRequest,
  answerRequest,
  askAboutWords,
  attachFiles,
  cancelCampaign,
  chooseDecision,
  closeForm,
  commentOnRequest,
  confirmDraft,
  correctRequest,
  decideJoin,
  deliverRequest,
  denyDraft,
  discardDraft,
  draftRequest,
  followUnit,
  handOverRequest,
  help,
  joinDrafts,
  listCampaigns,
  listInbox,
  listOverdue,
  listMine,
  listParked,
  openAddForm,
  nameNumber,
  keepAnswer,
  openAnswerForm,
  openCampaignForm,
  openCommentForm,
  openCorrectForm,
  openFollowForm,
  openHandOverForm,
  openRequestForm,
  openWithdrawal,
  partDraft,
  refreshRequest,
  reviseDraft,
  sendAsReply,
  sendDraft,
  sendParkedAgain,
  setLanguage,
  setPrompts,
  showCampaign,
  showDigest,
  listDigest,
  showDraft,
  showFiles,
  showHome,
  showRequest,
  splitDraft,
  startCampaign,
  submitRequest,
  takeReplyBack,
  takeWordsBack,
  undoWithdrawal,
  unfollowUnit,
  withdrawRequest,
] as const;

type Listed = (typeof all)[number];

export type ActionName = Listed['name'];

export type UseCases = { readonly [Name in ActionName]: Extract<Listed, { name: Name }> };

/** The use cases by name: the verb of Teams and the action id of Slack. */
export const useCases: UseCases = registryBy('name', all);

/** The input of an action, as a card or form holds it. */
export type ActionInput<Name extends ActionName> = z.input<UseCases[Name]['input']>;

/** The actions that a button may start. */
export type PressableAction = Extract<Listed, { pressable: true }>['name'];

/** The action that a person can take before they are let in; all others need a person of the organisation. */
export type DoorAction = (typeof askToJoin)['name'];

/** Tells whether a name that came from outside is that of a use case. */
export function isAction(name: string): name is ActionName {
  return Object.hasOwn(useCases, name);
}

/** All kinds of the outbox, by name: messages to people, messages to rooms, and background tasks. */
export const deliveries = registryBy('kind', [
  trialEnded,
  trialEnds,
  answerCorrected,
  answerGiven,
  backAgain,
  campaignPrompt,
  commentGiven,
  draftKept,
  draftsWait,
  fileRefused,
  joinAsked,
  letIn,
  messagesParked,
  platformPaused,
  replyKept,
  requestAdded,
  requestArrived,
  requestRevised,
  requestDelivered,
  requestRestored,
  requestWithdrawn,
  unitClosed,
  weeklyDigest,

  roomCard,
  roomComment,

  fetchFile,
  fillHome,
  cardsChanged,
  requestChanged,
  sendReply,
  tellTurnedDown,
  withdrawPrompts,
]);

type Deliveries = typeof deliveries;
export type PersonMessageKind = KindTo<'person', Deliveries>;
export type RoomMessageKind = KindTo<'room', Deliveries>;
export type TaskKind = KindTo<'lane', Deliveries>;

export type Payload<Kind extends keyof Deliveries> = PayloadOf<Deliveries[Kind]>;
export type Content<Kind extends PersonMessageKind | RoomMessageKind> = ContentOf<Deliveries[Kind]>;

/** Tells whether this version knows a stored kind and delivers it to `to`. */
export function goesTo<To extends 'person' | 'room' | 'lane'>(to: To, kind: string): kind is KindTo<To, Deliveries> {
  return Object.values(deliveries).some((one) => one.kind === kind && one.to === to);
}

/** All schedules, by name. */
export const schedules = [
  deleteOldDrafts,
  forgetOldWords,
  mentionDrafts,
  prepareSerials,
  tellOfParked,
  weeklyDigests,
] as const;
