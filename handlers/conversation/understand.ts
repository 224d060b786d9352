import { numberPattern } from '../../domain/requests/record/request.ts';
import { cleanText } from '../../domain/text/clean-text.ts';
import { commands } from '../../locales/conversation/commands.ts';
import type { Inbound } from '../handler.ts';

/** `FØ-2026-0042`, also in lower case, with "vis" or "show" before it. */
const number = new RegExp(`^(?:vis |se |show |see )?(${numberPattern})$`, 'iu');

/** No command or number is longer, however many signs follow it. */
const longestCommand = 100;

/**
 * Finds the action that a written message asks for: a command, a request by its number, or, for all other words,
 * keeping them as a draft.
 */
export function understand(text: string, idempotencyKey: string): Inbound {
  const said = cleanText(text);
  // A text without a command is not searched for its end, because that takes seconds in a long row of signs.
  if (said.length > longestCommand) return { action: 'draft-request', input: { text: said }, idempotencyKey };
  const plain = said
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const command = commands.find(({ words }) => words.includes(plain));
  if (command) return { action: command.action, input: command.input, idempotencyKey };
  const named = number.exec(plain)?.[1];
  if (named) return { action: 'show-request', input: { request: named }, idempotencyKey };
  return { action: 'draft-request', input: { text: said }, idempotencyKey };
}
