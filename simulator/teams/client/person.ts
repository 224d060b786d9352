import { randomUUID } from 'node:crypto';
import { type BotAnswer, postToBot } from '../../answers.ts';
import type { Json, Message } from '../../chats.ts';
import { NotThere } from '../../not-there.ts';
import type { Identity } from '../../people.ts';
import {
  deletedActivity,
  envelope,
  executeActivity,
  installActivities,
  quotingActivity,
  replyActivity,
  textActivity,
  updatedActivity,
} from '../activities.ts';
import type { Room } from '../rooms.ts';
import { Dialogs } from './dialogs.ts';
import { drawnBy, type TeamsClient } from './drawing.ts';
import { readInvoked, userIdsOf } from './invoked.ts';
import type { ExecuteAnswer, SentFile, TeamsParts } from './parts.ts';
import { inputsOf, newestButton, textsOf } from './read-card.ts';
import { RoomClient } from './room-client.ts';

/** A bot has this long to answer (Microsoft's documentation: 10–15 s). */
const timeoutMs = 15_000;

/**
 * A person with Teams open on the chat with the bot: sends the requests of the real client. It also sends a form that
 * the real client would find incomplete, so that the bot's own checks run.
 */
export class TeamsPerson {
  readonly identity: Identity;
  readonly dialogs: Dialogs;
  private readonly parts: TeamsParts;
  private readonly client: TeamsClient;
  private deleted: Message | null = null;

  constructor(identity: Identity, parts: TeamsParts, client: TeamsClient = 'usual') {
    this.identity = identity;
    this.parts = parts;
    this.client = client;
    this.dialogs = new Dialogs(identity.email, parts.screens, (activity) => this.post(activity));
  }

  /** The address of the tab with the person signed in; the real page accepts no such address. */
  tabUrl(): string {
    const { botUrl, entra } = this.parts;
    return `${botUrl()}/tab/?locale=${this.identity.language}#token=${entra.token(this.identity)}`;
  }

  /** The chat as the person sees it. */
  messages(): readonly Message[] {
    const { chats, screens } = this.parts;
    const { email } = this.identity;
    return chats.of('teams', email).messages.map((one) => drawnBy(this.client, screens.seenBy(email, one)));
  }

  /** Opens Teams again: the answers to Action.Execute are gone, and the messages are as the bot left them. */
  reopens(): void {
    this.parts.screens.close(this.identity.email);
  }

  /** The same person in a channel or group chat. */
  room(name: string, kind: Room['kind'] = 'channel'): RoomClient {
    const room = this.parts.rooms.named(name, kind);
    return new RoomClient(room, this.identity, this.parts, (activity) => this.post(activity));
  }

  send(text: string): Promise<BotAnswer> {
    return this.say({ text }, (id) => textActivity(id, text));
  }

  /** Sends a file: from the person's OneDrive, or as a picture in the message. */
  sendFile({ name, type, content }: SentFile, text = '', inline = false): Promise<BotAnswer> {
    const { files, base, serviceUrl } = this.parts;
    const id = files.add({ content, type });
    const shared = { downloadUrl: `${base()}/sharepoint/${id}`, uniqueId: id, fileType: name.split('.').at(-1) };
    const attachment = inline
      ? { contentType: 'image/*', contentUrl: `${serviceUrl()}v3/attachments/${id}/views/original` }
      : { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content: shared };
    const shown = { text, files: [{ name, size: content.length }] };
    return this.say(shown, (message) => textActivity(message, text, [attachment]));
  }

  /** Replies to the newest message that holds `quoted`, or has it as its id, and quotes it. */
  reply(quoted: string, text: string, client: 'usual' | 'newer' = 'usual'): Promise<BotAnswer> {
    const message = this.messageWith(quoted);
    const preview = (message.text ?? (message.card ? textsOf(message.card).join(' ') : '')).slice(0, 100);
    const activity = client === 'usual' ? replyActivity : quotingActivity;
    const shown = { text, quote: { id: message.id, text: preview } };
    return this.say(shown, (id) => activity(id, { id: message.id, preview }, text));
  }

  /** Edits the person's own message that holds `words`, or has them as its id. */
  edit(words: string, text: string): Promise<BotAnswer> {
    const before = this.messageWith(words, 'person');
    this.parts.chats.put('teams', this.identity.email, { ...before, text });
    return this.update({ ...before, text }, 'editMessage');
  }

  /** Deletes the person's own message that holds `words`, or has them as its id. */
  delete(words: string): Promise<BotAnswer> {
    const message = this.messageWith(words, 'person');
    this.deleted = message;
    this.parts.chats.remove('teams', this.identity.email, message.id);
    return this.post(deletedActivity(message.id));
  }

  /** Takes back the last deletion. */
  undelete(): Promise<BotAnswer> {
    const { deleted } = this;
    if (!deleted) throw new NotThere('nothing was deleted');
    this.parts.chats.put('teams', this.identity.email, deleted);
    return this.update(deleted, 'undeleteMessage');
  }

  private update({ id, text = '', quote }: Message, what: 'editMessage' | 'undeleteMessage'): Promise<BotAnswer> {
    const { chats, now } = this.parts;
    const quoted = quote ? { id: quote.id, preview: quote.text } : null;
    return this.post(updatedActivity(id, { text, quote: quoted }, what, new Date(Number(chats.newId('teams', now())))));
  }

  /**
   * Presses a button of Action.Execute; the card in the answer takes the place of the one pressed, for this client.
   * @param action the action as the card holds it
   * @param inputs the values of the inputs, which the client merges into the action's data
   */
  async execute(messageId: string, action: Json, inputs: Json): Promise<ExecuteAnswer> {
    const { verb, id, data } = action;
    const merged = { ...(data as Json | undefined), ...inputs };
    const pressed = { ...(id === undefined ? {} : { id }), verb, data: merged };
    const answer = await this.post(executeActivity(messageId, pressed));
    return { ...answer, ...this.showInvoked(messageId, answer) };
  }

  /** Scrolls to the newest card that renews itself for this person, and holds `words` or has them as its id. */
  async looksAgain(words = ''): Promise<ExecuteAnswer> {
    const old = this.messages().findLast(
      (message) =>
        userIdsOf(message.card).includes(this.identity.teamsId) &&
        (message.id === words || wordsOf(message).includes(words)),
    );
    if (!old?.card) throw new NotThere(`no card in the chat of ${this.identity.email} renews itself`);
    const { action } = old.card.refresh as { action: Json };
    const answer = await this.post(executeActivity(old.id, action, 'automatic'));
    return { ...answer, ...this.showInvoked(old.id, answer) };
  }

  /** Presses a button of Action.Submit: a message without text. */
  submit(messageId: string, data: Json, inputs: Json): Promise<BotAnswer> {
    const { chats, now } = this.parts;
    const id = chats.newId('teams', now());
    return this.post({ type: 'message', id, replyToId: messageId, value: { ...data, ...inputs } });
  }

  /** Presses the newest button that reads `label`, with `fields` filled into the inputs that go with it. */
  async press(label: string, fields: Readonly<Record<string, string>> = {}): Promise<BotAnswer> {
    const found = newestButton(this.messages(), label);
    if (!found) throw new NotThere(`no button “${label}” in the chat of ${this.identity.email}`);
    const { message, button } = found;
    const { action } = button;
    const inputs = inputsOf(button, fields);
    if (action.type === 'Action.Submit') return this.submit(message.id, action.data as Json, inputs);
    if (action.type === 'Action.Execute') return this.execute(message.id, action, inputs);
    throw new NotThere(`the button “${label}” is an ${action.type}, of which the bot hears nothing`);
  }

  /** Installs the app; returns the bot's answer to `installationUpdate`. */
  async install(): Promise<BotAnswer> {
    this.parts.people.install(this.identity);
    const { added, installed } = installActivities(this.identity, this.parts.credentials);
    await this.post(added);
    return this.post(installed);
  }

  /** Removes the app: the bot hears of it and can no longer write. */
  uninstall(): Promise<BotAnswer> {
    this.parts.people.uninstall(this.identity);
    return this.post({ type: 'installationUpdate', action: 'remove', id: `f:${randomUUID()}` });
  }

  /** Blocks the bot: it can no longer write, and hears nothing of it. */
  blocks(): void {
    this.parts.people.uninstall(this.identity);
  }

  /** Posts an activity in the person's name; `claims` replace those of the token, for tests of the webhook. */
  post(activity: Json, claims: Json = {}): Promise<BotAnswer> {
    const { tokens, credentials, botUrl, serviceUrl, now } = this.parts;
    const { channelData, ...around } = envelope(this.identity, credentials, serviceUrl(), now());
    const { channelData: own, ...said } = activity;
    const source = activity.replyToId ? { source: { name: 'message' }, legacy: { replyToId: activity.replyToId } } : {};
    return postToBot(
      `${botUrl()}/api/messages`,
      JSON.stringify({ ...around, channelData: { ...(channelData as Json), ...source, ...(own as Json) }, ...said }),
      {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.sign(credentials.teamsAppId, serviceUrl(), claims)}`,
      },
      timeoutMs,
    );
  }

  private async say(
    shown: Pick<Message, 'text' | 'files' | 'quote'>,
    activity: (id: string) => Json,
  ): Promise<BotAnswer> {
    if (!this.parts.people.has('teams', this.identity))
      throw new NotThere(`${this.identity.email} does not have the app in Teams`);
    const { chats, now } = this.parts;
    return this.post(activity(chats.add('teams', this.identity.email, { from: 'person', ...shown }, now())));
  }

  private messageWith(words: string, from?: Message['from']): Message {
    const found = this.messages().findLast(
      (message) =>
        (from === undefined || message.from === from) && (message.id === words || wordsOf(message).includes(words)),
    );
    if (!found) throw new NotThere(`no message with “${words}” in the chat of ${this.identity.email}`);
    return found;
  }

  /** A card replaces the one pressed; the client shows a message or an error. */
  private showInvoked(messageId: string, answer: BotAnswer): Pick<ExecuteAnswer, 'statusCode' | 'notice'> {
    const { card, ...said } = readInvoked(answer);
    if (card) this.parts.screens.show(this.identity.email, messageId, card);
    return said;
  }
}

function wordsOf({ text = '', card }: Message): string {
  return [text, ...(card ? textsOf(card) : [])].join('\n');
}
