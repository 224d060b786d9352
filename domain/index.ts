import { acknowledgeRequest } from './use-cases/acknowledge-request.ts';
import { answerRequest } from './use-cases/answer-request.ts';
import { closeForm } from './use-cases/close-form.ts';
import { deliverRequest } from './use-cases/deliver-request.ts';
import { discardDraft } from './use-cases/discard-draft.ts';
import { draftRequest } from './use-cases/draft-request.ts';
import { handOverRequest } from './use-cases/hand-over-request.ts';
import { help } from './use-cases/help.ts';
import { listInbox } from './use-cases/list-inbox.ts';
import { listMine } from './use-cases/list-mine.ts';
import { openAnswerForm } from './use-cases/open-answer-form.ts';
import { openCampaignForm } from './use-cases/open-campaign-form.ts';
import { openHandOverForm } from './use-cases/open-hand-over-form.ts';
import { openRequestForm } from './use-cases/open-request-form.ts';
import { sendDraft } from './use-cases/send-draft.ts';
import { setLanguage } from './use-cases/set-language.ts';
import { setPrompts } from './use-cases/set-prompts.ts';
import { showDigest } from './use-cases/show-digest.ts';
import { showDraft } from './use-cases/show-draft.ts';
import { showHome } from './use-cases/show-home.ts';
import { showRequest } from './use-cases/show-request.ts';
import { startCampaign } from './use-cases/start-campaign.ts';
import { submitRequest } from './use-cases/submit-request.ts';
import { withdrawRequest } from './use-cases/withdraw-request.ts';

/** Every action that a person can take, by the name it has in all layers and on both platforms. */
export const useCases = {
  'acknowledge-request': acknowledgeRequest,
  'answer-request': answerRequest,
  'close-form': closeForm,
  'deliver-request': deliverRequest,
  'discard-draft': discardDraft,
  'draft-request': draftRequest,
  'hand-over-request': handOverRequest,
  help: help,
  'list-inbox': listInbox,
  'list-mine': listMine,
  'open-answer-form': openAnswerForm,
  'open-campaign-form': openCampaignForm,
  'open-hand-over-form': openHandOverForm,
  'open-request-form': openRequestForm,
  'send-draft': sendDraft,
  'set-language': setLanguage,
  'set-prompts': setPrompts,
  'show-digest': showDigest,
  'show-draft': showDraft,
  'show-home': showHome,
  'show-request': showRequest,
  'start-campaign': startCampaign,
  'submit-request': submitRequest,
  'withdraw-request': withdrawRequest,
} as const;

export type ActionName = keyof typeof useCases;
