import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import type { Chats, Json, Message } from '../../chats.ts';
import type { Faults } from '../../faults.ts';
import { HttpProblem, readJson, route } from '../../http.ts';
import { withIds } from '../ids.ts';
import { messageRefusal } from '../limits.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
const mostUses = 5;
const lifetimeMs = 30 * 60_000;

interface Issued {
  email: string;
  /** The message whose element was used, if it was in a message. */
  message: string | null;
  until: number;
  uses: number;
}

/** The addresses at which an app may answer an interaction without a token. */
export class ResponseUrls {
  private readonly base: () => string;
  private readonly issued = new Map<string, Issued>();

  constructor(base: () => string) {
    this.base = base;
  }

  issue(email: string, message: string | null): string {
    const key = randomBytes(12).toString('hex');
    this.issued.set(key, { email, message, until: Date.now() + lifetimeMs, uses: 0 });
    return `${this.base()}/slack/response/${key}`;
  }

  use(key: string): Issued {
    const found = this.issued.get(key);
    if (!found) throw new HttpProblem(404, 'no_service');
    found.uses += 1;
    if (found.uses > mostUses || found.until < Date.now()) throw new HttpProblem(404, 'used_url');
    return found;
  }
}

export function responseUrlRoutes(
  server: Server,
  urls: ResponseUrls,
  { chats, faults, now }: { chats: Chats; faults: Faults; now: () => Date },
): void {
  route(server, 'post', '/slack/response/:key', (request, response) =>
    faults.answer(
      {
        platform: 'slack',
        call: 'response_url',
        conversation: null,
        run: async () => {
          const body = await readJson(request);
          respond(urls.use(String(request.params.key)), body, chats, now());
          return { status: 200, body: { ok: true } };
        },
        refuse: (status, error) => ({ status, body: { ok: false, error } }),
      },
      response,
    ),
  );
}

function respond({ email, message }: Issued, body: Json, chats: Chats, now: Date): void {
  const original = message === null ? undefined : chats.find('slack', email, message);
  if (body.delete_original === true) {
    if (original) chats.remove('slack', email, original.id);
    return;
  }
  const refusal = messageRefusal(body);
  if (refusal) throw new HttpProblem(400, refusal.error);
  showAnswer(chats, now, email, body, body.replace_original === true ? original : undefined);
}

/** Shows an app's answer to an interaction: to this person only, unless the answer says otherwise. */
export function showAnswer(chats: Chats, now: Date, email: string, answer: Json, original?: Message): void {
  const { text, blocks, response_type: type } = answer;
  const content = {
    ...(typeof text === 'string' ? { text } : {}),
    ...(Array.isArray(blocks) ? { blocks: withIds(blocks as Json[]) } : {}),
  };
  if (original) chats.put('slack', email, { id: original.id, from: 'bot', at: original.at, ...content });
  else chats.add('slack', email, { from: 'bot', ...content, ...(type === 'in_channel' ? {} : { notice: true }) }, now);
}
