import { randomUUID } from 'node:crypto';
import type { BotAnswer } from '../../answers.ts';
import type { Json, Message } from '../../chats.ts';
import { NotThere } from '../../not-there.ts';
import type { Identity } from '../../people.ts';
import { executeActivity, inRoom, mentionActivity } from '../activities.ts';
import { type Room, roomKey } from '../rooms.ts';
import { opensDialog } from './dialogs.ts';
import { readInvoked, userIdsOf } from './invoked.ts';
import type { ExecuteAnswer, TeamsParts } from './parts.ts';
import { inputsOf, newestButton, textsOf } from './read-card.ts';

/** A person who has a channel or group chat open. The bot gets messages that mention it and presses on its cards. */
export class RoomClient {
  readonly room: Room;
  private readonly identity: Identity;
  private readonly parts: TeamsParts;
  private readonly say: (activity: Json) => Promise<BotAnswer>;

  constructor(room: Room, identity: Identity, parts: TeamsParts, say: (activity: Json) => Promise<BotAnswer>) {
    this.room = room;
    this.identity = identity;
    this.parts = parts;
    this.say = say;
  }

  /** The messages as this person sees them. */
  messages(): Message[] {
    const { chats, screens } = this.parts;
    const all = chats.of('teams', roomKey(this.room)).messages;
    return all.map((message) => screens.seenBy(this.identity.email, message));
  }

  /** The message that holds `words` and the replies below it. */
  thread(words: string): Message[] {
    const root = this.rootWith(words);
    return this.messages().filter(({ id, thread }) => id === root || thread === root);
  }

  /** Writes with the bot's name in front; with `inThread`, as a reply in the thread that holds these words or has this id. */
  mention(text: string, inThread?: string): Promise<BotAnswer> {
    const { credentials } = this.parts;
    const { id, thread } = this.add(`@Forenklingsbot ${text}`, inThread);
    return this.post(mentionActivity(id, text, credentials), thread ?? id);
  }

  /** Edits the person's own message that mentions the bot and holds `words`; it still mentions the bot. */
  edit(words: string, text: string): Promise<BotAnswer> {
    const { chats, credentials } = this.parts;
    const isOwn = ({ from, by, text: said }: Message) =>
      from === 'person' && by === this.identity.email && said?.includes(words) === true;
    const before = this.messages().findLast(isOwn);
    if (!before) throw new NotThere(`${this.identity.email} has written no “${words}” in ${this.room.name}`);
    chats.put('teams', roomKey(this.room), { ...before, text: `@Forenklingsbot ${text}` });
    const edited = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    return this.post({ ...mentionActivity(before.id, text, credentials), ...edited }, before.thread ?? before.id);
  }

  /** Writes to the others in the room without a mention; the bot does not hear of it. */
  talk(text: string, inThread?: string): void {
    this.add(text, inThread);
  }

  /** Presses the newest button that reads `label`, with `fields` filled in; only this person sees the answer. */
  async press(label: string, fields: Readonly<Record<string, string>> = {}): Promise<ExecuteAnswer> {
    const { message, button } = this.newestButton(label);
    return this.execute(message.id, button.action, inputsOf(button, fields));
  }

  /** Presses a button of a card; only this person sees the answer. */
  execute(messageId: string, action: Json, inputs: Json): Promise<ExecuteAnswer> {
    const message = this.messages().find(({ id }) => id === messageId);
    if (!message) throw new NotThere(`no message ${messageId} in ${this.room.name}`);
    const { verb, data } = action;
    return this.ask(message, { verb, data: { ...(data as Json), ...inputs } }, 'manual');
  }

  /** The newest button that reads so and opens a dialog: its data, and the message on which it stands. */
  opener(label: string): { data: Json; around: Json } {
    const { message, button } = this.newestButton(label);
    const { data } = button.action;
    if (!opensDialog(data as Json)) throw new NotThere(`“${label}” in ${this.room.name} opens no dialog`);
    return { data: data as Json, around: this.around(message.thread ?? message.id) };
  }

  /** A client without Action.Execute presses the newest button that reads so: a message with its data. */
  submit(label: string): Promise<BotAnswer> {
    const { message, button } = this.newestButton(label);
    const { data } = (button.action.fallback ?? {}) as { data?: Json };
    if (!data) throw new NotThere(`nothing for old clients behind “${label}” in ${this.room.name}`);
    const id = this.parts.chats.newId('teams', this.parts.now());
    return this.post({ type: 'message', id, replyToId: message.id, value: data }, message.thread ?? message.id);
  }

  /** Scrolls to the newest card that renews itself for this person. */
  looksAgain(): Promise<ExecuteAnswer> {
    const old = this.messages().findLast(({ card }) => userIdsOf(card).includes(this.identity.teamsId));
    if (!old?.card) throw new NotThere(`no card in ${this.room.name} renews itself for ${this.identity.email}`);
    const { action } = old.card.refresh as { action: Json };
    return this.ask(old, action, 'automatic');
  }

  /** Adds the bot: both activities that Teams sends. */
  async install(): Promise<BotAnswer> {
    this.parts.rooms.add(this.room);
    const bot = `28:${this.parts.credentials.teamsAppId}`;
    const eventType = this.room.kind === 'channel' ? { eventType: 'teamMemberAdded' } : {};
    const added = { type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded: [{ id: bot }] };
    await this.post({ ...added, channelData: eventType }, null);
    return this.post({ type: 'installationUpdate', action: 'add', id: `f:${randomUUID()}` }, null);
  }

  /** Removes the bot. */
  uninstall(): Promise<BotAnswer> {
    this.parts.rooms.remove(this.room);
    return this.post({ type: 'installationUpdate', action: 'remove', id: `f:${randomUUID()}` }, null);
  }

  /** Updates the team's app: sends the activities about the old version and the new. */
  async upgrade(): Promise<BotAnswer> {
    await this.post({ type: 'installationUpdate', action: 'remove-upgrade', id: `f:${randomUUID()}` }, null);
    return this.post({ type: 'installationUpdate', action: 'add-upgrade', id: `f:${randomUUID()}` }, null);
  }

  /** Sends an event about a team: it was renamed, a channel was deleted and so on. */
  happens(eventType: string): Promise<BotAnswer> {
    return this.post({ type: 'conversationUpdate', id: `f:${randomUUID()}`, channelData: { eventType } }, null);
  }

  private newestButton(label: string): NonNullable<ReturnType<typeof newestButton>> {
    const found = newestButton(this.messages(), label);
    if (!found) throw new NotThere(`no button “${label}” in ${this.room.name}`);
    return found;
  }

  private async ask(message: Message, action: Json, trigger: 'manual' | 'automatic'): Promise<ExecuteAnswer> {
    const activity = executeActivity(message.id, action, trigger);
    const answer = await this.post(activity, message.thread ?? message.id);
    const { card, ...said } = readInvoked(answer);
    if (card) this.parts.screens.show(this.identity.email, message.id, card);
    return { ...answer, ...said };
  }

  private add(text: string, inThread: string | undefined): { id: string; thread: string | null } {
    const { chats, now } = this.parts;
    const thread = inThread === undefined || this.room.kind === 'groupChat' ? null : this.rootWith(inThread);
    const said = { from: 'person', by: this.identity.email, text, ...(thread === null ? {} : { thread }) } as const;
    return { id: chats.add('teams', roomKey(this.room), said, now()), thread };
  }

  /** The fields about the room that Teams adds to every activity in it. */
  around(thread: string | null): Json {
    return inRoom(this.room, thread, this.parts.credentials);
  }

  private post(activity: Json, thread: string | null): Promise<BotAnswer> {
    const around = this.around(thread);
    const channelData = { ...(around.channelData as Json), ...(activity.channelData as Json) };
    return this.say({ ...around, ...activity, channelData });
  }

  private rootWith(words: string): string {
    const found = this.messages().findLast(
      ({ id, text = '', card }) => id === words || [text, ...(card ? textsOf(card) : [])].join('\n').includes(words),
    );
    if (!found) throw new NotThere(`nothing with “${words}” in ${this.room.name}`);
    return found.thread ?? found.id;
  }
}
