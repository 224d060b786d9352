import type { Chats } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { People } from '../../people.ts';
import type { Channels } from '../channels.ts';
import type { SlackDelivery } from '../events/delivery.ts';
import type { ResponseUrls } from '../events/response-urls.ts';
import type { Triggers } from '../events/triggers.ts';
import type { Files } from '../files.ts';
import type { Modals } from './modals.ts';

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
