import { answerForm } from '../../cards/answers/answer-form.ts';
import { decisionForm } from '../../cards/answers/decision-form.ts';
import { overtakenCard } from '../../cards/answers/overtaken.ts';
import { type Block, blank } from '../../cards/card.ts';
import { requestCard } from '../../cards/requests/request.ts';
import { chooseDecision, keepAnswer, openAnswerForm } from '../../domain/answers/answer-form.ts';
import { answerRequest } from '../../domain/answers/answer-request.ts';
import { readTime } from '../../domain/answers/asked-time.ts';
import { deliverRequest } from '../../domain/answers/deliver-request.ts';
import { typedWords } from '../../domain/answers/typed-answer.ts';
import { requestId } from '../../domain/input.ts';
import { Claimed } from '../../domain/perform.ts';
import type { Horizon } from '../../domain/time/horizon/read.ts';
import { type Decision, decisions } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { type Asking, card, does, form, handler, type Refused, type Reply, viewOf } from '../handler.ts';
import { asItStands } from '../requests/requests.ts';
import { filledAgain, movedOn } from '../requests/stale.ts';

export const answers = {
  'open-answer-form': handler(openAnswerForm, {
    done: ({ language }, opened) => form(decisionForm(opened, language)),
    refused: movedOn,
  }),

  'choose-decision': handler(chooseDecision, {
    done: ({ language }, step) => form(answerForm(step, blank, language)),
    refused: (asking, refused) =>
      refused.refusal === 'invalid-input' ? again(asking, refused) : movedOn(asking, refused),
  }),

  'keep-answer': handler(keepAnswer, {
    done({ language }, { view, next, corrects, words }) {
      const canGoOn = view.may.answer || view.may.correct;
      if (!canGoOn) return card(overtakenCard(view, words, language));
      if (next === 'choose') return form(decisionForm({ view, corrects }, language));
      const kept: Block = { block: 'status', text: answerFormTexts[language].kept, mood: 'good' };
      const stands = requestCard(view, language);
      return card({ ...stands, blocks: [kept, ...stands.blocks] });
    },
    refused: again,
  }),

  'answer-request': handler(answerRequest, {
    done: asItStands,
    async refused(asking, refused) {
      if (refused.refusal !== 'sent-already') await does(asking, keepAnswer, new Claimed(refused.input));
      return again(asking, refused);
    },
  }),

  'deliver-request': handler(deliverRequest, { done: asItStands, refused: movedOn }),
};

/** The form with all that was typed, and what is wrong with it; where a colleague was quicker, both answers. */
function again(asking: Asking, refused: Refused): Promise<Reply | null> {
  const { input, refusal } = refused;
  const decision = decisions.find((one) => one === input.decision);
  if (!decision)
    return filledAgain(openAnswerForm, asked, (opened, { problems }, language) =>
      decisionForm(opened, language, problems),
    )(asking, refused);
  const reading = refusal === 'confirm-horizon' ? readingOf(decision, input, asking.world.now()) : null;
  return filledAgain(
    chooseDecision,
    (id) => ({ ...asked(id), decision }),
    (step, filled, language) => answerForm(step, filled, language, reading),
    overtaken,
  )(asking, refused);

  function asked(id: string) {
    return { requestId: id, corrects: input.corrects === 'true' ? ('true' as const) : ('false' as const) };
  }
}

function readingOf(decision: Decision, { horizon = '', horizonPicked }: Refused['input'], now: Date): Horizon | null {
  const read = readTime({ decision, horizon, horizonPicked }, now);
  return typeof read === 'string' ? null : read.horizon;
}

async function overtaken(asking: Asking, refused: Refused): Promise<Reply | null> {
  const { data } = requestId.safeParse(refused.input.requestId);
  const words = typedWords(refused.input);
  if (refused.refusal !== 'wrong-state' || data === undefined || words.length === 0) return movedOn(asking, refused);
  const view = await viewOf(asking, data);
  return card(overtakenCard(view, words, asking.language));
}
