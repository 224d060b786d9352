import { randomUUID } from 'node:crypto';
import type { Server } from 'restify';
import type { Chats, Json, View } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Faults } from '../faults.ts';
import { readText, route } from '../http.ts';
import type { Identity, People } from '../people.ts';
import { blockProblems, isTooLong, viewProblems } from './limits.ts';
import type { Triggers } from './triggers.ts';

interface Parts {
  people: People;
  chats: Chats;
  faults: Faults;
  triggers: Triggers;
  credentials: Credentials;
  now: () => Date;
}

type Method = (args: Json, parts: Parts) => Json;

const refuse = (error: string, messages: string[] = []): Json => ({
  ok: false,
  error,
  response_metadata: { messages },
});

let lastTs = 0;

/** A message's time stamp is its id in the channel: seconds with six decimals, always rising. */
export function newTs(now: Date): string {
  lastTs = Math.max(lastTs + 1, now.getTime() * 1000);
  return (lastTs / 1_000_000).toFixed(6);
}

/** The Web API's methods, as far as the bot calls them; any other is unknown, as on the real server. */
const methods: Record<string, Method> = {
  'auth.test': (_args, { credentials }) => ({
    ok: true,
    team_id: credentials.slackTeamId,
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    user: 'forenklingsbot',
  }),

  'users.info': ({ user }, { people, credentials }) => {
    const person = people.find(({ slackUser }) => slackUser === user);
    return person ? { ok: true, user: userOf(person, credentials) } : refuse('user_not_found');
  },

  'users.lookupByEmail': ({ email }, { people, credentials }) => {
    const person = people.find((one) => one.email === email && one.installs.includes('slack'));
    return person ? { ok: true, user: userOf(person, credentials) } : refuse('users_not_found');
  },

  'conversations.open': ({ users }, { people }) => {
    const person = people.find(({ slackUser }) => slackUser === users);
    return person ? { ok: true, channel: { id: person.slackChannel } } : refuse('user_not_found');
  },

  'chat.postMessage': (args, { people, chats, now }) => {
    const person = people.find(({ slackChannel }) => slackChannel === args.channel);
    if (!person) return refuse('channel_not_found');
    const refused = messageRefusal(args);
    if (refused) return refused;
    const ts = newTs(now());
    chats.put('slack', person.email, messageOf(ts, args, now()));
    return { ok: true, channel: person.slackChannel, ts };
  },

  'chat.update': (args, { people, chats, now }) => {
    const person = people.find(({ slackChannel }) => slackChannel === args.channel);
    if (!person) return refuse('channel_not_found');
    const earlier = chats.of('slack', person.email).messages.find(({ id, from }) => id === args.ts && from === 'bot');
    if (!earlier) return refuse('message_not_found');
    const refused = messageRefusal(args);
    if (refused) return refused;
    chats.put('slack', person.email, { ...messageOf(earlier.id, args, now()), at: earlier.at });
    return { ok: true, channel: person.slackChannel, ts: earlier.id };
  },

  'views.open': ({ trigger_id, view }, { chats, triggers }) => {
    const redeemed = triggers.redeem(String(trigger_id));
    if ('error' in redeemed) return refuse(redeemed.error);
    const problems = viewProblems(view as Json);
    if (problems.length > 0) return refuse('invalid_arguments', problems);
    const opened = { ...(view as Json), id: `V${randomUUID().slice(0, 8).toUpperCase()}` } as View;
    chats.showView(redeemed.email, opened);
    return { ok: true, view: opened };
  },

  'views.publish': ({ user_id, view }, { people, chats }) => {
    const person = people.find(({ slackUser }) => slackUser === user_id);
    if (!person) return refuse('user_not_found');
    const problems = viewProblems(view as Json);
    if (problems.length > 0) return refuse('invalid_arguments', problems);
    const home = { ...(view as Json), id: `V${person.slackUser}` } as View;
    chats.showHome(person.email, home);
    return { ok: true, view: home };
  },
};

export function webApiRoutes(server: Server, parts: Parts): void {
  const { faults, credentials } = parts;
  route(server, 'post', '/slack/api/:method', async (request, response) => {
    const name = String(request.params.method);
    const args = parseArgs(await readText(request));
    const fault = faults.take('slack', name);
    if (fault) {
      faults.record('slack', name, fault.status);
      if (fault.retryAfterSeconds) response.header('Retry-After', String(fault.retryAfterSeconds));
      response.send(fault.status, { ok: false, error: fault.status === 429 ? 'ratelimited' : 'internal_error' });
      return;
    }
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    const known = request.headers.authorization === `Bearer ${credentials.slackBotToken}`;
    const answer = !known ? refuse('invalid_auth') : method ? method(args, parts) : refuse('unknown_method');
    faults.record('slack', name, 200);
    response.send(200, answer);
  });
}

/** The SDK sends forms, in which structured values are JSON. */
function parseArgs(body: string): Json {
  if (body.startsWith('{')) return JSON.parse(body) as Json;
  const structured = ['blocks', 'view'];
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, structured.includes(key) ? JSON.parse(value) : value]),
  );
}

function messageRefusal({ blocks, text }: Json): Json | null {
  if (blocks === undefined) return text ? null : refuse('no_text');
  const problems = blockProblems(blocks, 'message');
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  return isTooLong(blocks) ? refuse('msg_blocks_too_long') : null;
}

function messageOf(ts: string, { text, blocks }: Json, at: Date) {
  return {
    id: ts,
    from: 'bot' as const,
    at: at.toISOString(),
    ...(typeof text === 'string' ? { text } : {}),
    ...(Array.isArray(blocks) ? { blocks: blocks as Json[] } : {}),
  };
}

/** As Slack describes a user to an app with users:read and users:read.email. */
function userOf(person: Identity, { slackTeamId }: Credentials): Json {
  return {
    id: person.slackUser,
    team_id: slackTeamId,
    name: person.email.split('@')[0],
    real_name: person.name,
    locale: person.language === 'da' ? 'da-DK' : 'en-GB',
    is_bot: false,
    deleted: false,
    profile: { email: person.email, real_name: person.name },
  };
}
