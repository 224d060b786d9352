import type { Platform } from '../../vocabulary.ts';
import type { Place } from '../organisation.ts';

/** Somebody who is not on the organisation list asks to be let in. */
export interface JoinRequest {
  id: string;
  platform: Platform;
  place: Place & { user: string };
  name: string;
  email: string;
  at: Date;
  state: 'asked' | 'letIn' | 'turnedDown';
  /** The administrator who decided. */
  decidedBy: string | null;
}
