import { answerForm } from '../../cards/answers/answer-form.ts';
import { decisionForm } from '../../cards/answers/decision-form.ts';
import { blank } from '../../cards/card.ts';
import {
  answerRequest,
  chooseDecision,
  horizonToConfirm,
  openAnswerForm,
} from '../../domain/answers/answer-request.ts';
import { deliverRequest } from '../../domain/answers/deliver-request.ts';
import { decisions } from '../../domain/vocabulary.ts';
import { form, handler } from '../handler.ts';
import { asItStands } from '../requests/requests.ts';
import { filledAgain, movedOn } from '../requests/stale.ts';

const firstStepAgain = filledAgain(openAnswerForm, (requestId) => ({ requestId }), decisionForm);

export const answers = {
  'open-answer-form': handler(openAnswerForm, {
    done: ({ language }, opened) => form(decisionForm(opened, blank, language)),
    refused: movedOn,
  }),

  'choose-decision': handler(chooseDecision, {
    done: ({ language }, step) => form(answerForm({ ...step, reading: null }, blank, language)),
    refused: firstStepAgain,
  }),

  'answer-request': handler(answerRequest, {
    done: asItStands,
    async refused(asking, refused) {
      const decision = decisions.find((one) => one === refused.input.decision);
      const isAsked = refused.refusal === 'confirm-horizon';
      const reading = isAsked ? horizonToConfirm(refused.input.horizon ?? '', asking.world.now()) : null;
      const again = decision
        ? filledAgain(
            chooseDecision,
            (requestId) => ({ requestId, decision }),
            (step, filled, language) => answerForm({ ...step, reading }, filled, language),
          )
        : firstStepAgain;
      return again(asking, refused);
    },
  }),

  'deliver-request': handler(deliverRequest, { done: asItStands, refused: movedOn }),
};
