import type { JoinId, PersonId } from '../../ids.ts';
import type { Platform } from '../../vocabulary.ts';
import type { Place } from '../place.ts';

/** The request of a person who is not on the organisation list and wants to be let in. */
export interface JoinRequest {
  id: JoinId;
  platform: Platform;
  place: Place & { user: string };
  name: string;
  email: string;
  at: Date;
  state: 'asked' | 'letIn' | 'turnedDown';
  /** The administrator who decided. */
  decidedBy: PersonId | null;
}
