import type { LRUCache } from 'lru-cache';
import type { Form } from '../../../cards/card.ts';
import type { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Edge } from '../../conversation/edge.ts';
import type { TeamsAdapter } from '../send/connector.ts';

/** Everything that an activity is handled with, bound once when the bot starts. */
export interface TeamsEdge extends Edge {
  adapter: TeamsAdapter;
  /** Waits for the turn of a message to somebody of this tenant, where the bot keeps to limits. */
  turn(tenant: string): Promise<void>;
  /** Simulators and emulators, which stand in SharePoint's place on this machine. */
  localOrigins: readonly string[];
  answerOnce: AnswerOnce;
  /** Forms that this instance has shown in dialogs, by their nonce: a dialog that is sent has nothing but its answer. */
  dialogs: LRUCache<string, Form>;
}
