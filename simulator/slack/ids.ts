import { randomBytes } from 'node:crypto';
import type { Json } from '../chats.ts';
import { elementsOf } from './limits.ts';

/** An id of the length and the letters that Slack uses: `prefix` and ten more. */
export function newSlackId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase();
}

/** Fills in the block and action ids that the app left out, as Slack does. */
export function withIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const named = structuredClone(block);
    named.block_id ??= randomBytes(3).toString('base64url');
    for (const element of elementsOf(named)) element.action_id ??= randomBytes(4).toString('base64url');
    return named;
  });
}
