import type { RequestId } from '../../domain/ids.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
import type { Block, Card } from '../card.ts';
import { noticeCard } from '../notice.ts';
import { button, text } from '../parts.ts';

/** The words that were sent first and now, in a form that was sent twice with different words. */
export interface SentTwice {
  /** The words that stand; null when they cannot be told. */
  kept: string | null;
  /** The words of the second time, a field each. */
  typed: readonly string[];
  /** The request that it was about; null when there is none. */
  requestId: RequestId | null;
}

/** The reply to a form that was sent with other words before: both texts, so that none is lost. */
export function keptFirstCard({ kept, typed, requestId }: SentTwice, language: Language): Card {
  const words = requestFormTexts[language];
  const quote = (said: string): Block => ({ block: 'quote', text: said });
  const see = requestId === null ? [] : [button('show-request', commentTexts[language].see, { request: requestId })];
  const notice = noticeCard(refusalTexts[language]['sent-already'], see);
  return {
    ...notice,
    blocks: [
      ...notice.blocks,
      ...(kept === null ? [] : [text(words.keptFirst, 'strong'), quote(kept)]),
      text(words.writtenNow, 'strong'),
      ...typed.map(quote),
    ],
  };
}
