import { z } from 'zod';
import type { Arrival } from '../../conversation/handle-arrival.ts';
import type { TeamsActivity } from './activity.ts';
import { htmlText } from './html-text.ts';
import { idempotencyKeyOf, readData } from './read-activity.ts';

/** In manifest/teams/manifest.json. */
const command = 'create-request';

const opened = z.looseObject({
  commandId: z.literal(command),
  messagePayload: z
    .looseObject({
      body: z.looseObject({ contentType: z.string().optional(), content: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

const sent = z.looseObject({ data: z.looseObject({}) });

/** What is asked for in a dialog; null for an invoke that belongs to none. */
export function readDialog(activity: TeamsActivity): Extract<Arrival, { arrives: 'action' }> | null {
  switch (activity.name) {
    case 'composeExtension/fetchTask':
      return readOpened(activity);
    case 'composeExtension/submitAction':
    case 'task/fetch':
    case 'task/submit':
      return readSent(activity.value);
    default:
      return null;
  }
}

/** Whether it was opened on a message or the writing field, and so in any chat of the person's. */
export const isExtension = ({ name }: TeamsActivity): boolean => name?.startsWith('composeExtension/') ?? false;

/** The message extension opens with the words of the message that it was opened on. */
function readOpened(activity: TeamsActivity): Extract<Arrival, { arrives: 'action' }> {
  const { data } = opened.safeParse(activity.value);
  const { content, contentType } = data?.messagePayload?.body ?? {};
  const text = contentType === 'text' ? (content ?? '') : htmlText(content ?? '');
  const action = data ? 'open-request-form' : '';
  return { arrives: 'action', action, input: text === '' ? {} : { text }, idempotencyKey: idempotencyKeyOf(activity) };
}

/** A button that opens a dialog says so in its data beside what is packed in it. */
function readSent(value: unknown): Extract<Arrival, { arrives: 'action' }> {
  const { data } = sent.safeParse(value);
  if (!data) return readData(null);
  const { msteams: _opens, type: _also, ...packed } = data.data;
  return readData(packed);
}
