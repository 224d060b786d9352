import type { Request, Server } from 'restify';
import type { Chats, Json, Platform } from '../chats.ts';
import { HttpProblem } from '../http.ts';
import type { People } from '../people.ts';
import { get, post, queryOf } from './api-routes.ts';
import { ChatStreams } from './chat-stream.ts';
import type { Clients } from './clients.ts';
import { newsSince } from './news.ts';
import { type Page, pageRoutes } from './page-routes.ts';
import { roomOf, type SimulatedRoom } from './rooms.ts';
import { showSlack, slackRoomKey, slackRoutes } from './slack-routes.ts';
import { showTeams, teamsRoomKey, teamsRoutes } from './teams-routes.ts';

export type Advance = 'next-hour' | 'next-working-day' | 'next-week';
const advances: readonly string[] = ['next-hour', 'next-working-day', 'next-week'];

export interface PlaygroundOptions {
  /** The files of the page; absent: no page. */
  page?: Page;
  /** The municipality's clock; absent: it cannot be moved. */
  clock?: { now(): Date; advance(to: Advance): Promise<void> };
  /** Channels with the bot in them; absent: none. */
  rooms?: readonly SimulatedRoom[];
}

/**
 * The API of the playground's page, whose user can act as any person. It serves loopback and its own page only.
 * @returns a function that ends the streams
 */
export function playgroundRoutes(
  server: Server,
  chats: Chats,
  clients: Clients,
  { page, clock, rooms = [] }: PlaygroundOptions,
): () => void {
  const { people } = clients;
  const streams = new ChatStreams(chats);
  get(server, 'people', async () =>
    people.all.map(({ email, name, title, language, installs, isStranger = false }) => ({
      ...{ email, name, title, language, installs, isStranger },
      rooms: rooms
        .filter(({ members }) => members.includes(email))
        .map((room) => ({ id: room.id, platform: room.platform, name: room.name })),
    })),
  );
  get(server, 'chat', async (request) => {
    const { platform, email, room } = placeOf(request, people, rooms);
    return platform === 'teams' ? showTeams(clients, email, room) : showSlack(clients, email, room);
  });
  get(server, 'stream', async (request, response) => {
    const { platform, email, room } = placeOf(request, people, rooms);
    // A surface over a room, such as a modal, belongs to the person.
    const place = room && (platform === 'teams' ? teamsRoomKey : slackRoomKey)(clients, email, room);
    streams.start(response, platform, place === null ? [email] : [email, place]);
  });
  get(server, 'news', async (request) => newsSince(clients, rooms, queryOf(request).get('since')));
  get(server, 'clock', async () => tell(clock));
  post(server, 'clock', async ({ advance }) => {
    if (!clock || !advances.includes(String(advance))) throw new HttpProblem(clock ? 400 : 404, 'no such move');
    const before = clock.now();
    await clock.advance(advance as Advance);
    return { ...tell(clock), before: before.toISOString() };
  });
  teamsRoutes(server, clients, rooms);
  slackRoutes(server, clients, rooms);
  if (page) pageRoutes(server, page);
  return () => streams.end();
}

function placeOf(
  request: Request,
  people: People,
  rooms: readonly SimulatedRoom[],
): { platform: Platform; email: string; room: SimulatedRoom | null } {
  const query = queryOf(request);
  const platform = query.get('platform');
  if (platform !== 'teams' && platform !== 'slack') throw new HttpProblem(400, 'platform must be teams or slack');
  const { email } = people.byEmail(query.get('email') ?? '');
  const id = query.get('room');
  return { platform, email, room: id === null ? null : roomOf(rooms, platform, email, id) };
}

function tell(clock: PlaygroundOptions['clock']): Json {
  if (!clock) throw new HttpProblem(404, 'the clock cannot be moved here');
  return { now: clock.now().toISOString() };
}
