import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identify } from '../../../simulator/people.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { playgroundFile } from '../../../web/page-files.ts';

export const mette = {
  email: 'mette.holm@fjordby.example',
  name: 'Mette Holm',
  language: 'da' as const,
  title: 'leder, Skoler Syd',
  installs: ['teams'] as const,
};

export const henrik = {
  email: 'henrik.toft@fjordby.example',
  name: 'Henrik Toft',
  language: 'da' as const,
  title: 'procesejer, Koncern HR',
  installs: ['slack'] as const,
};

/** Has chosen English. */
export const sarah = {
  email: 'sarah.whitfield@fjordby.example',
  name: 'Sarah Whitfield',
  language: 'en' as const,
  title: 'leader, Harbour School',
  installs: ['teams', 'slack'] as const,
};

const credentials = {
  teamsAppId: 'app',
  teamsTenantId: 'tenant',
  connectorToken: 'connector',
  slackTeamId: 'T1',
  slackAppId: 'A1',
  slackBotToken: 'xoxb-1',
  slackSigningSecret: 'secret',
};

/** One request of a platform to the bot under the page, its body as an object. */
export type Heard = Record<string, unknown>;

/**
 * The simulated platforms with the page in front and two people, and behind them a bot that does only as the test says.
 * `bot.answers` are given to the next requests, in order; without one it says 200 and nothing.
 */
export async function startFjordby() {
  const heard: Heard[] = [];
  const arrivals = new EventEmitter();
  const answers: Array<{ status: number; body: unknown }> = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    heard.push(readBody(body));
    arrivals.emit('request');
    const answer = answers.shift() ?? { status: 200, body: null };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === null ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let time = new Date('2026-11-24T08:02:00Z');
  const simulator = await startSimulator({
    botUrl: `http://127.0.0.1:${port}`,
    people: [mette, henrik, sarah],
    credentials,
    now: () => time,
    page: playgroundFile,
    rooms: [
      { id: 'koncern-hr', platform: 'slack', name: '#koncern-hr', members: [henrik.email] },
      { id: 'koncern-hr', platform: 'teams', name: 'Koncern HR › Generelt', members: [mette.email] },
    ],
    clock: {
      now: () => time,
      advance: async () => {
        time = new Date(time.getTime() + 3_600_000);
      },
    },
  });

  const slack = async (method: string, args: object) => {
    const answer = await post(`${simulator.url}/slack/api/${method}`, credentials.slackBotToken, args);
    if (answer.ok !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  };
  const bot = {
    heard,
    /** Waits until the bot has received something of this type. */
    hears: async (type: string): Promise<Heard> => {
      for (;;) {
        const found = heard.find((one) => one.type === type);
        if (found) return found;
        await once(arrivals, 'request');
      }
    },
    answers,
    sendsCard: (card: object) => {
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
      const { conversation } = identify(mette);
      const path = `/teams/v3/conversations/${encodeURIComponent(conversation)}/activities`;
      return post(simulator.url + path, credentials.connectorToken, { type: 'message', attachments });
    },
    sendsBlocks: (blocks: object[]) =>
      slack('chat.postMessage', { channel: identify(henrik).slackChannel, text: 'Nyt', blocks }),
    opensModal: (triggerId: unknown, view: object) => slack('views.open', { trigger_id: triggerId, view }),
    publishesHome: (blocks: object[]) =>
      slack('views.publish', { user_id: identify(henrik).slackUser, view: { type: 'home', blocks } }),
  };
  const stop = async () => {
    await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { bot, url: `${simulator.url}/playground/`, stop };
}

/** Slack sends events as JSON and everything else as a form, with the payload of buttons and modals as JSON in it. */
function readBody(body: string): Heard {
  if (body.startsWith('{')) return JSON.parse(body) as Heard;
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload ? (JSON.parse(form.payload) as Heard) : form;
}

async function post(url: string, token: string, body: object): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as Heard;
}
