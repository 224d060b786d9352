import type { MessagePlace } from '../../delivery/posting.ts';
import type { JoinId, PersonId } from '../../ids.ts';
import type { Language, Platform } from '../../vocabulary.ts';
import type { Place } from '../place.ts';

/** The request of a person who is not on the organisation list and wants to be let in. */
export interface JoinRequest {
  id: JoinId;
  platform: Platform;
  place: Place & { user: string };
  name: string;
  /** Empty where the platform knows none. */
  email: string;
  at: Date;
  state: 'asked' | 'letIn' | 'turnedDown';
  /** The administrator who decided. */
  decidedBy: PersonId | null;
  /** Null also for a decision of version 0.1. */
  decidedAt: Date | null;
  /** The language of the person's client, for the word that they were turned down. */
  language: Language | null;
}

/** A message of a person who is not on the list. It waits until they are let in, and nobody else can read it. */
export interface StrangerWords {
  id: string;
  platform: Platform;
  /** The platform's own id of the person. */
  user: string;
  text: string;
  at: Date;
  /** The message that the words stand in; null for words behind a slash command. */
  message: Pick<MessagePlace, 'conversation' | 'message'> | null;
}
