import type { RequestView } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { answerBlocks } from '../requests/request.ts';

/**
 * Both answers, when a colleague was quicker: the one that was given, and below it what the reader has typed meanwhile,
 * which can be sent as a message.
 */
export function overtakenCard(view: RequestView, typed: readonly string[], language: Language): Card {
  const words = answerFormTexts[language];
  const { request, answer, history, answeredBy } = view;
  const requestId = request.id;
  const who = history.findLast(({ event }) => event.type === 'answered')?.byName ?? answeredBy;
  return {
    name: 'overtaken',
    about: requestId,
    title: request.number,
    blocks: [
      { block: 'status', text: answer ? words.overtaken(who) : words.over, mood: 'neutral' },
      ...(answer ? answerBlocks(answeredBy, answer, language) : []),
      text(words.yours, 'strong'),
      { block: 'quote', text: typed.join('\n\n') },
    ],
    actions: [
      ...(view.may.comment
        ? [button('open-comment-form', words.sendMine, { requestId, kept: 'true' }, 'primary')]
        : []),
      button('refresh-request', requestTexts[language].seeRequest, { requestId }),
    ],
  };
}
