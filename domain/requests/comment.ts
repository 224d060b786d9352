/** What the leader and the unit write to each other about a request. */
export interface Comment {
  id: string;
  requestId: string;
  at: Date;
  by: string;
  /** On whose behalf it was written; the leader of an anonymous request has no name. */
  side: 'leader' | 'unit';
  text: string;
}
