import type { Chats } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { People } from '../people.ts';
import type { Channels } from './channels.ts';
import type { SlackDelivery } from './delivery.ts';
import type { Files } from './files.ts';
import type { Modals } from './modals.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';

/** The state that a person's client works on. */
export interface SlackParts {
  people: People;
  chats: Chats;
  channels: Channels;
  files: Files;
  triggers: Triggers;
  modals: Modals;
  responseUrls: ResponseUrls;
  delivery: SlackDelivery;
  credentials: Credentials;
  now: () => Date;
}
