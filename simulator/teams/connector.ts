import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Chats, Json } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Faults } from '../faults.ts';
import { HttpProblem, readJson, route } from '../http.ts';
import type { Identity, People } from '../people.ts';
import type { Tokens } from './tokens.ts';

/** Cards above this are refused: 28 KB, counted as UTF-16 (Microsoft's documented limit). */
const largestCard = 28 * 1024;

export const cardType = 'application/vnd.microsoft.card.adaptive';

interface Parts {
  people: People;
  chats: Chats;
  faults: Faults;
  tokens: Tokens;
  credentials: Credentials;
  now: () => Date;
}

/** The Bot Connector's REST interface, as far as a bot in personal chats calls it. */
export function connectorRoutes(server: Server, base: () => string, parts: Parts): void {
  const { people, chats, faults, tokens, credentials, now } = parts;
  const guarded = (
    method: 'get' | 'post' | 'put' | 'del',
    path: string,
    run: (request: Request) => Promise<{ status: number; body: unknown }>,
  ) =>
    route(server, method, `/teams${path}`, async (request, response) => {
      const call = `${method.toUpperCase()} ${request.getPath()}`;
      const answer =
        request.headers.authorization === `Bearer ${credentials.connectorToken}`
          ? await withFaults(call, response, () => run(request))
          : problem(401, 'Unauthorized');
      faults.record('teams', call, answer.status);
      response.send(answer.status, answer.body);
    });
  const withFaults = async (
    call: string,
    response: Response,
    run: () => Promise<{ status: number; body: unknown }>,
  ) => {
    const fault = faults.take('teams', call);
    if (!fault) return run();
    if (fault.retryAfterSeconds) response.header('Retry-After', String(fault.retryAfterSeconds));
    return problem(fault.status, 'Fault');
  };
  const personIn = (request: Request): Identity => {
    const id = decodeURIComponent(String(request.params.conversation));
    const found = people.find((person) => person.conversation === id);
    if (!found) throw new HttpProblem(404, 'ConversationNotFound');
    return found;
  };

  route(server, 'get', '/teams/.well-known/openidconfiguration', async (_request, response) => {
    faults.record('teams', 'GET metadata', 200);
    response.send(200, tokens.metadata(`${base()}/teams`));
  });
  route(server, 'get', '/teams/keys', async (_request, response) => {
    response.send(200, tokens.jwks());
  });
  for (const path of [
    '/v3/conversations/:conversation/activities',
    '/v3/conversations/:conversation/activities/:replyTo',
  ]) {
    guarded('post', path, async (request) => {
      const activity = await readJson(request);
      const refused = refusal(activity);
      if (refused) return refused;
      const id = `${now().getTime()}-${randomUUID().slice(0, 8)}`;
      chats.put('teams', personIn(request).email, messageOf(id, activity, now()));
      return { status: 201, body: { id } };
    });
  }
  guarded('put', '/v3/conversations/:conversation/activities/:activity', async (request) => {
    const activity = await readJson(request);
    const id = decodeURIComponent(String(request.params.activity));
    const { email } = personIn(request);
    const earlier = chats.of('teams', email).messages.find((one) => one.id === id);
    if (!earlier) return problem(404, 'ActivityNotFoundInConversation');
    const refused = refusal(activity);
    if (refused) return refused;
    chats.put('teams', email, { ...messageOf(id, activity, now()), at: earlier.at });
    return { status: 200, body: { id } };
  });
  guarded('get', '/v3/conversations/:conversation/members/:member', async (request) => {
    const person = personIn(request);
    const member = decodeURIComponent(String(request.params.member));
    if (member !== person.teamsId && member !== person.aadObjectId) return problem(404, 'MemberNotFoundInConversation');
    return { status: 200, body: memberOf(person, credentials) };
  });
  guarded('get', '/v3/conversations/:conversation/members', async (request) => ({
    status: 200,
    body: [memberOf(personIn(request), credentials)],
  }));
}

const problem = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });

function refusal(activity: Json) {
  const contents = attachmentsOf(activity).map(({ content }) => JSON.stringify(content) ?? '');
  return contents.some((text) => text.length * 2 > largestCard) ? problem(413, 'MessageSizeTooBig') : null;
}

function attachmentsOf(activity: Json): Array<{ contentType?: string; content?: Json }> {
  return Array.isArray(activity.attachments) ? activity.attachments : [];
}

function messageOf(id: string, activity: Json, at: Date) {
  const card = attachmentsOf(activity).find(({ contentType }) => contentType === cardType)?.content;
  const { text } = activity;
  return {
    id,
    from: 'bot' as const,
    at: at.toISOString(),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(card ? { card } : {}),
  };
}

/** As Teams describes a member of a chat to a bot. */
function memberOf(person: Identity, { teamsTenantId }: Credentials) {
  return {
    id: person.teamsId,
    name: person.name,
    email: person.email,
    userPrincipalName: person.email,
    aadObjectId: person.aadObjectId,
    tenantId: teamsTenantId,
    userRole: 'user',
  };
}
