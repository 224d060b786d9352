import type { DraftId, PersonId } from '../../ids.ts';

/** A leader's words before they are a request: kept until they are sent or thrown away. */
export interface Draft {
  id: DraftId;
  personId: PersonId;
  text: string;
  createdAt: Date;
  /** When the message was edited that it has its text from; absent when it has that of a message as it was first sent. */
  editedAt?: Date;
}
