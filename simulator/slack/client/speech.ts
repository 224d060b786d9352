import type { BotAnswer } from '../../answers.ts';
import type { Chats, Json, Message } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import { NotThere } from '../../not-there.ts';
import type { Identity } from '../../people.ts';
import { escapeText } from '../blocks/escape-text.ts';
import { botUser } from '../bot-user.ts';
import type { Channels, Spot } from '../channels.ts';
import type { SlackDelivery } from '../events/delivery.ts';
import { changedEvent, deletedEvent, eventCallback, mentionEvent, messageEvent, said } from '../events/payloads.ts';
import type { Files, SentFile } from '../files.ts';

interface Parts {
  chats: Chats;
  channels: Channels;
  files: Files;
  delivery: SlackDelivery;
  credentials: Credentials;
  now: () => Date;
}

export interface Saying {
  /** The root of the thread it is said in. */
  thread?: string | undefined;
  file?: SentFile | undefined;
  /** Written as `/me` does. */
  asDoing?: boolean;
}

/** The result when no bot hears of it: the bot is not in the channel, or the message does not mention it. */
const unheard: BotAnswer = { status: 200, body: null };

/** Writes, edits and deletes a person's messages in one place. */
export class Speech {
  private readonly identity: Identity;
  private readonly spot: Spot;
  private readonly parts: Parts;

  constructor(identity: Identity, spot: Spot, parts: Parts) {
    this.identity = identity;
    this.spot = spot;
    this.parts = parts;
  }

  /** In a channel the bot hears of it only when it is mentioned: `@forenklingsbot`. */
  send(text: string, { thread, file, asDoing = false }: Saying = {}): Promise<BotAnswer> {
    const { chats, files, credentials, now } = this.parts;
    const escaped = this.spelt(text);
    const sent = file ? [files.add(file, credentials.slackTeamId, this.identity.slackUser)] : [];
    const around = {
      ...(thread === undefined ? {} : { thread }),
      ...(file ? { files: [{ name: file.name, size: file.content.length }] } : {}),
    };
    const message = { from: 'person' as const, by: this.identity.email, text: escaped, ...around };
    const ts = chats.add('slack', this.spot.key, message, now());
    files.sendWith(ts, sent);
    const words = said(ts, escaped, this.identity, credentials, { thread, files: sent });
    return this.tell(asDoing ? { ...words, subtype: 'me_message' } : words, escaped);
  }

  edit(ts: string, text: string): Promise<BotAnswer> {
    const { chats, credentials } = this.parts;
    const before = this.own(ts);
    const escaped = this.spelt(text);
    chats.put('slack', this.spot.key, { ...before, text: escaped });
    const [from, to] = [before.text ?? '', escaped].map((words) =>
      said(ts, words, this.identity, credentials, this.around(before)),
    );
    if (this.spot.type === 'im')
      return this.inChat((event_ts) => changedEvent(event_ts, this.spot, this.identity, to as Json, from as Json));
    // In a channel the bot hears of the edit only when the message mentions it.
    const edited = { user: this.identity.slackUser, ts: chats.newId('slack', this.parts.now()) };
    return this.tell({ ...to, edited }, escaped);
  }

  /** A deleted message with replies leaves a tombstone, in Slack's events as well. */
  remove(ts: string): Promise<BotAnswer> {
    const { chats, credentials } = this.parts;
    const before = this.own(ts);
    const isAnswered = chats.of('slack', this.spot.key).messages.some(({ thread }) => thread === ts);
    chats.remove('slack', this.spot.key, ts);
    const words = said(ts, before.text ?? '', this.identity, credentials, this.around(before));
    const tombstone = { ...words, user: 'USLACKBOT', subtype: 'tombstone', text: 'This message was deleted.' };
    return this.inChat((event_ts) =>
      isAnswered
        ? changedEvent(event_ts, this.spot, this.identity, tombstone, words)
        : deletedEvent(event_ts, this.spot, ts, words),
    );
  }

  private spelt(text: string): string {
    return escapeText(text).replaceAll(`@${botUser.name}`, `<@${botUser.userId}>`);
  }

  private around({ id, thread }: Message) {
    return { thread, files: this.parts.files.with(id) };
  }

  private own(ts: string) {
    const found = this.parts.chats.find('slack', this.spot.key, ts);
    if (found?.from !== 'person' || (found.by ?? this.identity.email) !== this.identity.email)
      throw new NotThere('that is no message of theirs');
    return found;
  }

  private tell(words: Json, text: string): Promise<BotAnswer> {
    if (this.spot.type === 'im') return this.event(messageEvent(words, this.spot));
    const isCalled = text.includes(`<@${botUser.userId}>`) && this.parts.channels.find(this.spot.id)?.hasBot;
    return isCalled ? this.event(mentionEvent(words, this.spot)) : Promise.resolve(unheard);
  }

  /** The bot hears of edits and deletions in its own chats only. */
  private inChat(event: (ts: string) => Json): Promise<BotAnswer> {
    if (this.spot.type !== 'im') return Promise.resolve(unheard);
    return this.event(event(this.parts.chats.newId('slack', this.parts.now())));
  }

  private event(event: Json): Promise<BotAnswer> {
    const { delivery, credentials, now } = this.parts;
    return delivery.event(eventCallback(event, credentials, now()));
  }
}
