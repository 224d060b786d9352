import type { BotAnswer } from '../../answers.ts';
import type { Json } from '../../chats.ts';
import { cardType } from '../connector.ts';

/** The person whose view of a card is renewed. */
export function userIdsOf(card: Json | undefined): string[] {
  return (card?.refresh as { userIds?: string[] } | undefined)?.userIds ?? [];
}

/** Reads the answer to Action.Execute as a client does. */
export function readInvoked({ status, body }: BotAnswer): { statusCode: number; notice?: string; card?: Json } {
  const answer = body as { statusCode?: number; type?: string; value?: unknown } | null;
  if (status !== 200 || !answer) return { statusCode: status === 200 ? 502 : status };
  const { statusCode = status, type, value } = answer;
  switch (type) {
    case cardType:
      return { statusCode, card: value as Json };
    case 'application/vnd.microsoft.activity.message':
      return { statusCode, notice: String(value) };
    case 'application/vnd.microsoft.error': {
      const { message } = (value ?? {}) as { message?: string };
      return { statusCode, ...(message ? { notice: message } : {}) };
    }
    default:
      return { statusCode: 502 };
  }
}
