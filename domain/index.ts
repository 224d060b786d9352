import { acknowledgeRequest } from './use-cases/acknowledge-request.ts';
import { answerRequest } from './use-cases/answer-request.ts';
import { attachFiles } from './use-cases/attach-files.ts';
import { chooseDecision } from './use-cases/choose-decision.ts';
import { closeForm } from './use-cases/close-form.ts';
import { commentOnRequest } from './use-cases/comment-on-request.ts';
import { decideJoin } from './use-cases/decide-join.ts';
import { deliverRequest } from './use-cases/deliver-request.ts';
import { discardDraft } from './use-cases/discard-draft.ts';
import { draftRequest } from './use-cases/draft-request.ts';
import { followUnit } from './use-cases/follow-unit.ts';
import { handOverRequest } from './use-cases/hand-over-request.ts';
import { help } from './use-cases/help.ts';
import { listInbox } from './use-cases/list-inbox.ts';
import { listMine } from './use-cases/list-mine.ts';
import { openAnswerForm } from './use-cases/open-answer-form.ts';
import { openCampaignForm } from './use-cases/open-campaign-form.ts';
import { openCommentForm } from './use-cases/open-comment-form.ts';
import { openFollowForm } from './use-cases/open-follow-form.ts';
import { openHandOverForm } from './use-cases/open-hand-over-form.ts';
import { openRequestForm } from './use-cases/open-request-form.ts';
import { refreshRequest } from './use-cases/refresh-request.ts';
import { reviseDraft } from './use-cases/revise-draft.ts';
import { sendDraft } from './use-cases/send-draft.ts';
import { setLanguage } from './use-cases/set-language.ts';
import { setPrompts } from './use-cases/set-prompts.ts';
import { showDigest } from './use-cases/show-digest.ts';
import { showDraft } from './use-cases/show-draft.ts';
import { showFiles } from './use-cases/show-files.ts';
import { showHome } from './use-cases/show-home.ts';
import { showRequest } from './use-cases/show-request.ts';
import { startCampaign } from './use-cases/start-campaign.ts';
import { submitRequest } from './use-cases/submit-request.ts';
import { unfollowUnit } from './use-cases/unfollow-unit.ts';
import { withdrawRequest } from './use-cases/withdraw-request.ts';

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
