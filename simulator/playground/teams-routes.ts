import type { Server } from 'restify';
import type { BotAnswer } from '../answers.ts';
import type { Json } from '../chats.ts';
import { opensDialog } from '../teams/client/dialogs.ts';
import { textsOf } from '../teams/client/read-card.ts';
import type { RoomClient } from '../teams/client/room-client.ts';
import { roomKey } from '../teams/rooms.ts';
import { get, heard, post, queryOf } from './api-routes.ts';
import type { Clients } from './clients.ts';
import { fileOrNull, json, text, textOrNull } from './read-body.ts';
import { roomOf, type SimulatedRoom } from './rooms.ts';
import { withAuthors } from './with-authors.ts';

/** The app's message extension, as its manifest declares it. */
const extension = 'create-request';

/** The text that the page writes for a mention of the bot. */
const mention = '@Forenklingsbot';

/** The view of a person in Teams: their chat with the bot, or a channel. */
export function showTeams({ teams, people }: Clients, email: string, room: SimulatedRoom | null): Json {
  const person = teams(email);
  const messages = room ? person.room(room.name).messages() : person.messages();
  const dialog = person.dialogs.current();
  return {
    messages: withAuthors(messages, people),
    view: null,
    home: null,
    dialog: dialog && { title: dialog.title, card: dialog.card },
  };
}

/** The name under which the messages of a room are kept. */
export function teamsRoomKey({ teams }: Clients, email: string, { name }: SimulatedRoom): string {
  return roomKey(teams(email).room(name).room);
}

export function teamsRoutes(server: Server, { teams }: Clients, rooms: readonly SimulatedRoom[]): void {
  const person = ({ email }: Json) => teams(text(email));
  const roomIn = ({ email, room }: Json): RoomClient | null => {
    const id = textOrNull(room);
    return id === null ? null : teams(text(email)).room(roomOf(rooms, 'teams', text(email), id).name);
  };
  get(server, 'teams/tab', async (request) => ({ url: teams(queryOf(request).get('email') ?? '').tabUrl() }));
  post(server, 'teams/message', async (body) => {
    const [room, words, file] = [roomIn(body), text(body.text), fileOrNull(body.file)];
    if (room) return sayInRoom(room, words, textOrNull(body.thread) ?? undefined);
    const quote = textOrNull(body.quote);
    if (file) return heard(await person(body).sendFile(file, words));
    return heard(await (quote === null ? person(body).send(words) : person(body).reply(quote, words)));
  });
  post(server, 'teams/edit', async (body) => heard(await person(body).edit(text(body.messageId), text(body.text))));
  post(server, 'teams/delete', async (body) => heard(await person(body).delete(text(body.messageId))));
  post(server, 'teams/execute', async (body) => {
    const client = roomIn(body) ?? person(body);
    const answer = await client.execute(text(body.messageId), json(body.action), json(body.inputs));
    const { statusCode: status, notice } = answer;
    return notice === undefined ? { status } : { status, notice };
  });
  post(server, 'teams/submit', async (body) => {
    const [room, messageId, data] = [roomIn(body), text(body.messageId), json(body.data)];
    if (opensDialog(data)) return opened(await person(body).dialogs.open(data, room ? aroundOf(room, messageId) : {}));
    return heard(await person(body).submit(messageId, data, json(body.inputs)));
  });
  post(server, 'teams/extension', async (body) => {
    const room = roomIn(body);
    const messages = room ? room.messages() : person(body).messages();
    const message = messages.find(({ id }) => id === body.messageId);
    const words = message?.text ?? (message?.card ? textsOf(message.card).join('\n') : '');
    const around = room && message ? aroundOf(room, message.id) : {};
    return opened(await person(body).dialogs.openExtension(extension, htmlOf(words), around));
  });
  post(server, 'teams/dialog', async (body) => {
    return opened(await person(body).dialogs.submit(json(body.data), json(body.inputs)));
  });
  post(server, 'teams/dialog-close', async (body) => {
    person(body).dialogs.close();
    return {};
  });
}

/** The fields of an action in a channel, in the thread of this message. */
function aroundOf(room: RoomClient, messageId: string): Json {
  const message = room.messages().find(({ id }) => id === messageId);
  return room.around(message?.thread ?? messageId);
}

/** The bot gets only messages that mention it. */
async function sayInRoom(room: RoomClient, words: string, thread: string | undefined): Promise<Json> {
  if (words.includes(mention)) return heard(await room.mention(words.replaceAll(mention, '').trim(), thread));
  room.talk(words, thread);
  return {};
}

/** Checks that the bot answered the request of a dialog; `notice` is the client's text in place of the dialog. */
function opened(answer: BotAnswer): { notice?: string } {
  heard(answer);
  const { task } = (answer.body ?? {}) as { task?: { type?: string; value?: unknown } };
  return task?.type === 'message' && typeof task.value === 'string' ? { notice: task.value } : {};
}

function htmlOf(words: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}
