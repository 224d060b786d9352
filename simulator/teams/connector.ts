import type { Request, Response, Server } from 'restify';
import type { Chats, Content, Json } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Answer, Faults } from '../faults.ts';
import { HttpProblem, readJson, route } from '../http.ts';
import type { Accepted, Ledger } from '../ledger.ts';
import type { Identity, People } from '../people.ts';
import type { Rates } from '../rates.ts';
import { textsOf } from './client/read-card.ts';
import type { Screens } from './client/screens.ts';
import type { Home } from './home.ts';
import { type Rooms, roomKey } from './rooms.ts';
import type { Tokens } from './tokens.ts';

/** Cards above this are refused: 28 KB, counted as UTF-16 (Microsoft's documented limit). */
const largestCard = 28 * 1024;

const unavailable = [503, {}] as const;

export const cardType = 'application/vnd.microsoft.card.adaptive';

interface Parts {
  people: People;
  chats: Chats;
  rooms: Rooms;
  screens: Screens;
  faults: Faults;
  /** The platform's limits; null when it has none. */
  rates: Rates | null;
  ledger: Ledger;
  home: Home;
  tokens: Tokens;
  credentials: Credentials;
  now: () => Date;
}

/** The Bot Connector's REST interface for all kinds of chats, and the keys with which a bot verifies its calls. */
export function connectorRoutes(server: Server, base: () => string, parts: Parts): void {
  const { people, chats, rooms, screens, faults, rates, ledger, home, tokens, credentials, now } = parts;
  const guarded = (
    method: 'get' | 'post' | 'put' | 'del',
    path: string,
    run: (request: Request) => Promise<Answer> | Answer,
  ) => {
    const serve = (request: Request, response: Response) => {
      const verb = method === 'del' ? 'DELETE' : method.toUpperCase();
      const known = request.headers.authorization === `Bearer ${credentials.connectorToken}`;
      const work = async () => {
        if (!known) return problem(401, 'Unauthorized');
        const { region = '' } = request.params as { region?: string };
        return region === home.region ? run(request) : problem(404, 'ConversationNotFound');
      };
      const { conversation: id } = request.params as { conversation?: string };
      const conversation = id === undefined ? null : decodeURIComponent(id);
      const asked = { platform: 'teams', call: `${verb} ${request.getPath()}`, conversation } as const;
      const writes = verb === 'POST' || verb === 'PUT';
      const tooMany = () => (writes && rates?.teams(credentials.teamsTenantId, conversation ?? '')) || null;
      return faults.answer({ ...asked, tooMany, run: work, refuse: problem }, response);
    };
    route(server, method, `/teams/v3/conversations${path}`, serve);
    route(server, method, `/teams/:region/v3/conversations${path}`, serve);
  };
  /** The name under which the messages and the thread are kept, and the members. */
  const placeOf = (conversation: string) => {
    const found = rooms.open(conversation);
    if (found) return { key: roomKey(found.room), thread: found.thread, members: people.all };
    const person = personIn(people, conversation);
    return { key: person.email, thread: null, members: [person] };
  };
  const chatOf = (request: Request) => placeOf(parameter(request, 'conversation'));
  const accept = (does: Accepted['does'], conversation: string, message: string, { text, card }: Content) => {
    const words = [...(text === undefined ? [] : [text]), ...(card ? textsOf(card) : [])];
    ledger.accept({ platform: 'teams', does, conversation, message, metadata: null }, words);
  };
  const post = ({ key, thread }: { key: string; thread: string | null }, conversation: string, activity: Json) => {
    const content = contentOf(activity);
    const shown = { from: 'bot' as const, ...content, ...(thread === null ? {} : { thread }) };
    const id = chats.add('teams', key, shown, now());
    accept('post', conversation, id, content);
    return id;
  };
  const botMessage = (request: Request) => {
    const { key } = chatOf(request);
    const message = chats.find('teams', key, parameter(request, 'activity'));
    if (message?.from !== 'bot') throw new HttpProblem(404, 'ActivityNotFoundInConversation');
    return { key, message };
  };

  route(server, 'get', '/teams/.well-known/openidconfiguration', async (_request, response) => {
    const document = tokens.metadata(`${base()}/teams`);
    response.send(...(tokens.down ? unavailable : ([200, document] as const)));
  });
  route(server, 'get', '/teams/keys', async (_request, response) => {
    const document = tokens.jwks();
    response.send(...(tokens.down ? unavailable : ([200, document] as const)));
  });
  guarded('post', '', async (request) => {
    const { members, tenantId, activity, channelData } = await readJson(request);
    const { channel } = (channelData ?? {}) as { channel?: { id?: unknown } };
    if (channel) {
      // A new thread: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
      const place = placeOf(String(channel.id));
      if (!activity) return problem(400, 'BadSyntax');
      const root = post(place, String(channel.id), activity as Json);
      const body = { id: `${String(channel.id)};messageid=${root}`, activityId: root };
      return { status: 201, message: root, body };
    }
    const [member] = Array.isArray(members) ? (members as Json[]) : [];
    const person = people.all.find((one) => isMember(one, member?.id));
    if (!person) return problem(400, 'BadArgument');
    if (tenantId !== undefined && tenantId !== tenantOf(person, credentials)) return problem(403, 'TenantNotFound');
    if (!people.has('teams', person)) return problem(403, 'BotNotInConversationRoster');
    const id = person.conversation;
    const to = { status: 201, body: { id, serviceUrl: home.serviceUrl() } };
    if (!activity) return to;
    const message = post({ key: person.email, thread: null }, id, activity as Json);
    return { ...to, body: { ...to.body, activityId: message }, message };
  });
  for (const path of ['/:conversation/activities', '/:conversation/activities/:activity']) {
    guarded('post', path, async (request) => {
      const activity = await readJson(request);
      const id = post(chatOf(request), parameter(request, 'conversation'), activity);
      return { status: 201, body: { id }, message: id };
    });
  }
  guarded('put', '/:conversation/activities/:activity', async (request) => {
    const content = contentOf(await readJson(request));
    const { key, message } = botMessage(request);
    const { id, at, thread } = message;
    screens.forget(id);
    chats.put('teams', key, { id, from: 'bot', at, ...content, ...(thread === undefined ? {} : { thread }) });
    accept('update', parameter(request, 'conversation'), id, content);
    return { status: 200, body: { id }, message: id };
  });
  guarded('del', '/:conversation/activities/:activity', (request) => {
    const { key, message } = botMessage(request);
    chats.remove('teams', key, message.id);
    return { status: 200 };
  });
  const membersOf = (request: Request) => chatOf(request).members.map((one) => memberOf(one, credentials));
  guarded('get', '/:conversation/members', (request) => ({ status: 200, body: membersOf(request) }));
  guarded('get', '/:conversation/pagedmembers', (request) => ({ status: 200, body: { members: membersOf(request) } }));
  guarded('get', '/:conversation/members/:member', (request) => {
    const person = chatOf(request).members.find((one) => isMember(one, parameter(request, 'member')));
    if (!person) return problem(404, 'MemberNotFoundInConversation');
    return { status: 200, body: memberOf(person, credentials) };
  });
}

function problem(status: number, code: string): Answer {
  return { status, body: { error: { code, message: code } } };
}

function parameter(request: Request, name: string): string {
  return decodeURIComponent(String(request.params[name]));
}

function personIn(people: People, conversation: string): Identity {
  const person = people.all.find((one) => one.conversation === conversation);
  if (!person) throw new HttpProblem(404, 'ConversationNotFound');
  if (!people.has('teams', person)) throw new HttpProblem(403, 'MessageWritesBlocked');
  return person;
}

function isMember({ teamsId, aadObjectId }: Identity, id: unknown): boolean {
  return id === teamsId || id === aadObjectId;
}

/** Reads the content of a bot's activity; refuses the same as the real connector. */
function contentOf({ type, text, attachments = [] }: Json): Content {
  if (type !== 'message') throw new HttpProblem(400, 'BadSyntax');
  const cards = (attachments as Array<{ contentType?: string; content?: Json }>).filter(
    ({ contentType }) => contentType === cardType,
  );
  const [card] = cards.map(({ content }) => content);
  if (cards.some(({ content }) => JSON.stringify(content ?? '').length * 2 > largestCard))
    throw new HttpProblem(413, 'MessageSizeTooBig');
  if (!card && !text) throw new HttpProblem(400, 'BadSyntax');
  return { ...(typeof text === 'string' && text !== '' ? { text } : {}), ...(card ? { card } : {}) };
}

function tenantOf({ teamsTenant }: Identity, { teamsTenantId }: Credentials): string {
  return teamsTenant ?? teamsTenantId;
}

/** As Teams describes a member of a chat to a bot. */
function memberOf(person: Identity, credentials: Credentials): Json {
  const { teamsId, name, email, aadObjectId, outsider } = person;
  const userPrincipalName =
    outsider === 'guest' ? `${email.replace('@', '_')}#EXT#@fjordby.onmicrosoft.example` : email;
  return {
    id: teamsId,
    name,
    email,
    userPrincipalName,
    aadObjectId,
    tenantId: outsider === 'elsewhere' ? '00000000-0000-4000-8000-0000000e15e0' : tenantOf(person, credentials),
    userRole: outsider === 'guest' ? 'guest' : 'user',
  };
}
