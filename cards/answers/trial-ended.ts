import type { Answer } from '../../domain/requests/record/answer.ts';
import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import type { Card } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';
import { answerBlocks } from '../requests/request.ts';

/** Asks the unit what came of its trial: another answer takes the place of the one that said "we will try it". */
export function trialEndedCard(view: RequestView, answer: Answer, language: Language): Card {
  const words = answerFormTexts[language];
  const { id: requestId, number, version, text: wish } = view.request;
  return {
    name: 'trial-ended',
    about: requestId,
    title: words.trialEnded(number),
    blocks: [
      { block: 'quote', text: excerpt(wish, 280) },
      ...answerBlocks(view.answeredBy, answer, language),
      text(words.whatCameOfIt),
    ],
    actions: [
      button('open-answer-form', words.newAnswer, { requestId, version: String(version), corrects: 'true' }, 'primary'),
      button('refresh-request', requestTexts[language].seeRequest, { requestId }),
    ],
  };
}
