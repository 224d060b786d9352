import { answerForm } from '../../cards/answers/answer-form.ts';
import { decisionForm } from '../../cards/answers/decision-form.ts';
import { blank, type Filled, type Form } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { handOverForm } from '../../cards/requests/hand-over-form.ts';
import { requestCard } from '../../cards/requests/request.ts';
import { answerRequest } from '../../domain/answers/answer-request.ts';
import { chooseDecision } from '../../domain/answers/choose-decision.ts';
import { deliverRequest } from '../../domain/answers/deliver-request.ts';
import { openAnswerForm } from '../../domain/answers/open-answer-form.ts';
import type { Person } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import type { Result } from '../../domain/refusal.ts';
import { acknowledgeRequest } from '../../domain/requests/flows/acknowledge-request.ts';
import { handOverRequest } from '../../domain/requests/flows/hand-over-request.ts';
import { openHandOverForm } from '../../domain/requests/flows/open-hand-over-form.ts';
import { refreshRequest } from '../../domain/requests/flows/refresh-request.ts';
import { showRequest } from '../../domain/requests/flows/show-request.ts';
import { withdrawRequest } from '../../domain/requests/flows/withdraw-request.ts';
import { type Decision, decisions, type Language } from '../../domain/vocabulary.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { type Asking, card, form, handler, type Refused, type Reply } from '../handler.ts';
import { viewOf } from './view.ts';

const asItStands = async (asking: Asking, { requestId }: { requestId: string }): Promise<Reply> =>
  card(requestCard(await viewOf(asking, requestId), asking.language));

const said = ({ language }: Asking) =>
  ({ block: 'status', text: refusalTexts[language]['wrong-state'], mood: 'neutral' }) as const;

/** The request has moved on under an old card: say so above the request as it stands now. */
async function movedOn(asking: Asking, { refusal, input }: Refused): Promise<Reply | null> {
  if (refusal !== 'wrong-state' || input.requestId === undefined) return null;
  const stands = requestCard(await viewOf(asking, input.requestId), asking.language);
  return card({ ...stands, blocks: [said(asking), ...stands.blocks] });
}

/**
 * The form comes back as it was filled in, with what is wrong beside the fields; also when the request has changed since
 * the form was opened and can still be acted on, so that nothing that was typed is lost.
 */
const filledAgain =
  <Opened>(
    open: { run(world: World, actor: Person, input: { requestId: string }): Promise<Result<Opened>> },
    build: (opened: Opened, filled: Filled, language: Language) => Form,
  ) =>
  async (asking: Asking, refused: Refused): Promise<Reply | null> => {
    const { refusal, problems, input } = refused;
    const again = refusal === 'invalid-input' || refusal === 'wrong-state';
    if (!again || input.requestId === undefined) return null;
    const opened = await open.run(asking.world, asking.actor, { requestId: input.requestId });
    if (!opened.ok) return movedOn(asking, { ...refused, refusal: opened.refusal });
    const filled = build(opened.value, { values: input, problems }, asking.language);
    return form(refusal === 'wrong-state' ? { ...filled, intro: [said(asking), ...filled.intro] } : filled);
  };

/** The second step of an answer, opened with the decision that was sent along. */
const withDecision = (decision: Decision) => ({
  run: (world: World, actor: Person, { requestId }: { requestId: string }) =>
    chooseDecision.run(world, actor, { requestId, version: undefined, decision }),
});

export const requests = {
  'show-request': handler(showRequest, {
    done: ({ language }, view) => card(requestCard(view, language), 'below'),
  }),

  'refresh-request': handler(refreshRequest, {
    done: ({ language }, view) => card(requestCard(view, language)),
  }),

  'acknowledge-request': handler(acknowledgeRequest, { done: asItStands, refused: movedOn }),

  'deliver-request': handler(deliverRequest, { done: asItStands, refused: movedOn }),

  'withdraw-request': handler(withdrawRequest, { done: asItStands, refused: movedOn }),

  'open-answer-form': handler(openAnswerForm, {
    done: ({ language }, { view }) => form(decisionForm(view, blank, language)),
    refused: movedOn,
  }),

  'choose-decision': handler(chooseDecision, {
    done: ({ language }, step) => form(answerForm(step, blank, language)),
    refused: filledAgain(openAnswerForm, ({ view }, filled, language) => decisionForm(view, filled, language)),
  }),

  'answer-request': handler(answerRequest, {
    done: asItStands,
    async refused(asking, refused) {
      const decision = decisions.find((one) => one === refused.input.decision);
      const again = decision
        ? filledAgain(withDecision(decision), answerForm)
        : filledAgain(openAnswerForm, ({ view }, filled, language) => decisionForm(view, filled, language));
      return again(asking, refused);
    },
  }),

  'open-hand-over-form': handler(openHandOverForm, {
    done: ({ language }, { view, units }) => form(handOverForm(view, units, blank, language)),
    refused: movedOn,
  }),

  'hand-over-request': handler(handOverRequest, {
    done({ language }, { number, unit }) {
      const words = requestTexts[language];
      return card(noticeCard(words.handedOverNow(number, unit), [button('list-inbox', words.inbox)]));
    },
    refused: filledAgain(openHandOverForm, ({ view, units }, filled, language) =>
      handOverForm(view, units, filled, language),
    ),
  }),
};
