import type { CommentId, PersonId, RequestId } from '../../ids.ts';

/** A message between the leader and the unit about a request. */
export interface Comment {
  id: CommentId;
  requestId: RequestId;
  at: Date;
  by: PersonId;
  /** The side that it was written for; the leader of an anonymous request has no name. */
  side: 'leader' | 'unit';
  text: string;
}
