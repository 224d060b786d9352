import type { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Edge } from '../../conversation/edge.ts';
import type { TeamsAdapter } from '../send/connector.ts';

/** Everything that an activity is handled with, bound once when the bot starts. */
export interface TeamsEdge extends Edge {
  adapter: TeamsAdapter;
  answerOnce: AnswerOnce;
}
