import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { separateFields, unpackAction } from '../../../cards/packed-action.ts';
import type { Action } from '../../conversation/arrival.ts';
import { idempotencyKeyOf, type TeamsActivity } from './activity.ts';
import { htmlText } from './html-text.ts';

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

const executed = z.looseObject({ action: z.looseObject({ data: z.unknown() }), trigger: z.string().optional() });

/** Reads an activity that Teams waits for an answer to: the press of a button on a card, or a step in a dialog; null for others. */
export function readInvoke(activity: TeamsActivity): { in: 'card' | 'dialog'; arrival: Action } | null {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return { in: 'card', arrival: readExecute(activity) };
    case 'composeExtension/fetchTask':
      return { in: 'dialog', arrival: readOpened(activity) };
    case 'composeExtension/submitAction':
    case 'task/fetch':
    case 'task/submit':
      return { in: 'dialog', arrival: readSent(activity.value) };
    default:
      return null;
  }
}

/** Whether it was opened on a message or the writing field, and so in any chat of the person's. */
export const isExtension = ({ name }: TeamsActivity): boolean => name?.startsWith('composeExtension/') ?? false;

/** The button's own data says what to do; anything else is an action that nobody knows. */
function readExecute({ value }: TeamsActivity): Action {
  const { data } = executed.safeParse(value);
  if (!data) return readData(null);
  // A client that shows an old card asks for a fresh one by itself.
  return { ...readData(data.action.data), byItself: data.trigger === 'automatic' };
}

/** The message extension opens with the words of the message that it was opened on. */
function readOpened(activity: TeamsActivity): Action {
  const { data } = opened.safeParse(activity.value);
  const { content, contentType } = data?.messagePayload?.body ?? {};
  const text = contentType === 'text' ? (content ?? '') : htmlText(content ?? '');
  const action = data ? 'open-request-form' : '';
  return { arrives: 'action', action, input: text === '' ? {} : { text }, idempotencyKey: idempotencyKeyOf(activity) };
}

/** A button that opens a dialog says so in its data beside what is packed in it. */
function readSent(value: unknown): Action {
  const { data } = sent.safeParse(value);
  if (!data) return readData(null);
  const { msteams: _opens, type: _also, ...packed } = data.data;
  return readData(packed);
}

/** The action that a button holds, with the inputs that came with it. */
export function readData(data: unknown): Action {
  const separated = separateFields(data);
  const unpacked = separated && unpackAction(separated.packed);
  if (!unpacked) return { arrives: 'action', action: '', input: {}, idempotencyKey: randomUUID() };
  const { action, nonce } = unpacked;
  // The button's own input wins over the fields: no field can pass for it.
  const { input: held } = unpacked;
  return { arrives: 'action', action, input: { ...separated.fields, ...held }, held, idempotencyKey: nonce };
}
