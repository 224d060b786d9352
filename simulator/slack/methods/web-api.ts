import type { Request, Server } from 'restify';
import type { Json } from '../../chats.ts';
import type { Faults } from '../../faults.ts';
import { HttpProblem, readText, route } from '../../http.ts';
import type { Rates } from '../../rates.ts';
import type { BotTokens } from './bot-tokens.ts';
import { chatMethods, historyMethods } from './chat-methods.ts';
import { fileMethods } from './file-methods.ts';
import { type Method, refuse, type Workspace } from './method.ts';
import { userMethods } from './user-methods.ts';
import { viewMethods } from './view-methods.ts';

/** The Web API's methods that a bot in chats and channels calls; any other is unknown, as on the real server. */
const methods: Readonly<Record<string, Method>> = {
  ...userMethods,
  ...chatMethods,
  ...historyMethods,
  ...viewMethods,
  ...fileMethods,
};

/** Arguments that are JSON in a form. */
const structured = ['blocks', 'view', 'metadata'];

/** @param rates the platform's limits; null when it has none */
export function webApiRoutes(
  server: Server,
  faults: Faults,
  rates: Rates | null,
  workspace: Workspace,
  tokens: BotTokens,
): void {
  route(server, 'post', '/slack/api/:method', async (request, response) => {
    const call = String(request.params.method);
    const body = await readText(request);
    const read = () => readArguments(body, request.headers['content-type'] ?? '');
    const conversation = channelIn(body);
    await faults.answer(
      {
        platform: 'slack',
        call,
        conversation,
        tooMany: () => rates?.slack(workspace.credentials.slackTeamId, call, conversation ?? '') ?? null,
        async run() {
          const answered = answer(call, request, read, workspace, tokens);
          const message = answered.ok && /^chat\.(postMessage|update)$/.test(call) ? String(answered.ts) : undefined;
          return { status: 200, body: answered, ...(message === undefined ? {} : { message }) };
        },
        refuse: (status, error) => ({ status, body: refuse(error) }),
      },
      response,
    );
  });
}

/** The channel that a form names, for its limits; what is wrong with the rest comes later. */
const channelIn = (body: string) => new URLSearchParams(body).get('channel');

function answer(call: string, request: Request, read: () => Json, workspace: Workspace, tokens: BotTokens): Json {
  const method = Object.hasOwn(methods, call) ? methods[call] : undefined;
  if (!method) return { ...refuse('unknown_method'), req_method: call };
  const { token, ...args } = read();
  const given = request.headers.authorization ?? (token ? `Bearer ${String(token)}` : null);
  if (call === 'api.test') return method(args, workspace);
  if (given === null) return refuse('not_authed');
  const seen = tokens.seen(given.replace(/^Bearer /, ''), args.team_id);
  return 'error' in seen ? refuse(seen.error) : method(args, seenIn(workspace, tokens, seen.teams));
}

/** The part of the state that one token opens. */
function seenIn(workspace: Workspace, tokens: BotTokens, teams: readonly string[]): Workspace {
  const { credentials, people } = workspace;
  const own = credentials.slackTeamId;
  return {
    ...workspace,
    credentials: tokens.credentialsIn(teams[0] ?? own),
    people: people.knownTo(({ slackTeam = own }) => teams.includes(slackTeam)),
  };
}

/** The SDK sends forms, in which structured values are JSON; others send all of it as JSON. */
function readArguments(body: string, contentType: string): Json {
  const args: Json = contentType.startsWith('application/json')
    ? (parse(body, 'invalid_json') as Json)
    : Object.fromEntries(new URLSearchParams(body));
  if (typeof args !== 'object' || args === null || Array.isArray(args)) throw new HttpProblem(200, 'json_not_object');
  for (const name of structured) {
    const value = args[name];
    if (typeof value !== 'string') continue;
    args[name] = parse(value, name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
  }
  return args;
}

function parse(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new HttpProblem(200, error);
    throw cause;
  }
}
