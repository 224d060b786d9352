import type { DraftId, PersonId } from '../../ids.ts';

/** A leader's words before they are a request: kept until they are sent or thrown away. */
export interface Draft {
  id: DraftId;
  personId: PersonId;
  text: string;
  createdAt: Date;
  /**
   * The instant of the edit that the text comes from; absent when the text is that of the message as it was first sent.
   */
  editedAt?: Date;
}
