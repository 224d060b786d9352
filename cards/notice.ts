import type { ActionRef, Card } from './card.ts';
import { text } from './parts.ts';

/** A sentence or two, and what to do next. */
export function noticeCard(title: string, actions: readonly ActionRef[] = [], detail: string | null = null): Card {
  return { name: 'notice', title, blocks: detail ? [text(detail)] : [], actions };
}
