import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { noticeCard } from '../../../cards/notice.ts';
import { renderBlocks } from '../../../cards/render/block-kit/card.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Edge } from '../../conversation/edge.ts';
import type { HttpAnswer } from '../../web/server.ts';
import { type SlackClients, workspaceOf } from './clients.ts';
import { openChat, quiet } from './deliver.ts';

const payloadOf = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  user_id: z.string().optional(),
  response_url: z.string().optional(),
  view: z
    .looseObject({ blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })) })
    .optional(),
});

/** The words are worth no longer wait: the press can be made again. */
const saysWithinMs = 2000;

/**
 * The answer to a payload when nobody knows yet what became of it. An event comes again; a modal stays open with its
 * words; a press or command is answered at the address that it brings along, which needs neither token nor database.
 */
export function notYet(
  payload: Record<string, unknown>,
  { languages, log }: Pick<Edge, 'languages' | 'log'>,
  clients: SlackClients,
): HttpAnswer {
  const { data } = payloadOf.safeParse(payload);
  if (!data || (data.type === 'event_callback' && !data.command)) return { status: 503 };
  const { view, user, user_id: commander, response_url: address } = data;
  const language = languages.get(`slack:${user?.id ?? commander ?? ''}`) ?? 'da';
  const words = edgeTexts[language].notKnownYet;
  if (data.type === 'view_submission') {
    const field = view?.blocks.find(({ type }) => type === 'input')?.block_id;
    // Without a field Slack itself says that it did not work, and leaves the modal open.
    if (field === undefined) return { status: 503 };
    return { status: 200, body: { response_action: 'errors', errors: { [field]: words } } };
  }
  const person = user?.id ?? commander;
  if (person === undefined) return { status: 200 };
  const said = renderBlocks(noticeCard(words), randomUUID());
  // A press in a modal or in the Home tab brings no address.
  const saying = address === undefined ? sayInChat(clients, payload, person, said) : sayAt(address, said);
  saying.catch((err: unknown) => log.warn({ platform: 'slack', err }, 'not known in time'));
  return { status: 200 };
}

type Said = ReturnType<typeof renderBlocks>;

/** For the presser's eyes only (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
async function sayAt(address: string, said: Said): Promise<void> {
  const { ok, status } = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...said }),
    redirect: 'error',
    signal: AbortSignal.timeout(saysWithinMs),
  });
  if (!ok) throw new Error(`the words were refused with ${status}`);
}

async function sayInChat(clients: SlackClients, payload: object, user: string, said: Said): Promise<void> {
  const client = await clients.of(workspaceOf(payload));
  await client.chat.postMessage({ channel: await openChat(client, user), ...said, ...quiet });
}
