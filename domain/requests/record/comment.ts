import type { CommentId, PersonId, RequestId } from '../../ids.ts';

/** What the leader and the unit write to each other about a request. */
export interface Comment {
  id: CommentId;
  requestId: RequestId;
  at: Date;
  by: PersonId;
  /** On whose behalf it was written; the leader of an anonymous request has no name. */
  side: 'leader' | 'unit';
  text: string;
}
