import type { Server } from 'restify';
import type { Json, Message } from '../chats.ts';
import { textsOf } from '../slack/blocks/read-blocks.ts';
import { botUser } from '../slack/bot-user.ts';
import type { ViewState } from '../slack/client/modals.ts';
import type { Container, SlackPerson } from '../slack/client/person.ts';
import { heard, post } from './api-routes.ts';
import type { Clients } from './clients.ts';
import { fileOrNull, json, text, textOrNull } from './read-body.ts';
import { roomOf, type SimulatedRoom } from './rooms.ts';
import { withAuthors } from './with-authors.ts';

/** The view of a person in Slack: their chat with the app, or a channel. */
export function showSlack(clients: Clients, email: string, room: SimulatedRoom | null): Json {
  const person = at(clients, email, room);
  const messages = withAuthors(person.messages(), clients.people).map(named);
  return { messages, view: person.view(), home: person.home(), dialog: null };
}

/** The name under which the messages of a room are kept. */
export function slackRoomKey(clients: Clients, email: string, room: SimulatedRoom): string {
  return at(clients, email, room).spot.key;
}

export function slackRoutes(server: Server, clients: Clients, rooms: readonly SimulatedRoom[]): void {
  const person = ({ email, room }: Json) => {
    const id = textOrNull(room);
    return at(clients, text(email), id === null ? null : roomOf(rooms, 'slack', text(email), id));
  };
  post(server, 'slack/message', async (body) => {
    const thread = textOrNull(body.thread) ?? undefined;
    const file = fileOrNull(body.file) ?? undefined;
    return heard(await person(body).send(text(body.text), { thread, file }));
  });
  post(server, 'slack/edit', async (body) =>
    heard(await person(body).speech.edit(text(body.messageId), text(body.text))),
  );
  post(server, 'slack/delete', async (body) => heard(await person(body).speech.remove(text(body.messageId))));
  post(server, 'slack/command', async (body) => heard(await person(body).command(text(body.text))));
  post(server, 'slack/shortcut', async (body) => {
    const [client, callbackId, messageId] = [person(body), text(body.callbackId), textOrNull(body.messageId)];
    if (messageId === null) return heard(await client.shortcut(callbackId));
    return heard(await client.messageShortcut(callbackId, wordsOf(client, messageId)));
  });
  post(server, 'slack/home', async (body) => heard(await person(body).openHome()));
  post(server, 'slack/action', async (body) =>
    heard(
      await person(body).click(json(body.container) as Container, json(body.action), json(body.state) as ViewState),
    ),
  );
  post(server, 'slack/submit', async (body) => {
    const answer = await person(body).submitView(text(body.viewId), json(body.state) as ViewState);
    return answer.errors ? { errors: answer.errors } : heard(answer);
  });
  post(server, 'slack/close', async (body) => {
    await person(body).closeView(text(body.viewId));
    return {};
  });
}

function at(clients: Clients, email: string, room: SimulatedRoom | null): SlackPerson {
  const person = clients.slack(email);
  return room ? person.inChannel(room.id) : person;
}

/** Slack's clients show a mention as the person's name. */
function named(message: Message): Message {
  const { text: words } = message;
  if (words === undefined) return message;
  return { ...message, text: words.replaceAll(`<@${botUser.userId}>`, `<@${botUser.userId}|@${botUser.name}>`) };
}

/** The text of a message, as a shortcut on it sends it to the app. */
function wordsOf(client: SlackPerson, id: string): string {
  const message = client.messages().find((one) => one.id === id);
  const words = message?.text ?? (message?.blocks ? textsOf(message.blocks).join('\n') : '');
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
