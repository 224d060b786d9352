import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pino from 'pino';
import { Admission } from '../../bot/conversation/admission.ts';
import type { Arrival, Sender } from '../../bot/conversation/arrival.ts';
import type { Edge } from '../../bot/conversation/edge.ts';
import { handleArrival } from '../../bot/conversation/handle-arrival.ts';
import { patience } from '../../bot/conversation/in-time.ts';
import type { Outgoing } from '../../bot/conversation/outgoing.ts';
import { simulated } from '../../bot/local/sample-municipality.ts';
import { worldsOf } from '../../bot/worlds.ts';
import type { ActionRef, Card, Form } from '../../cards/card.ts';
import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { schedules } from '../../jobs/index.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';
import type { ContractBot, InRoom, Participant, SentFile } from './participant.ts';

/** A third channel, where cards are shown as the data they are: it implements only what the port asks of a platform. */
export async function startMemoryBot(): Promise<ContractBot> {
  const sample = await openStoredSample();
  const channel = memoryChannel();
  const guests = new Set<string>();
  // A person who has not written yet has no chat, as on a platform that cannot find people by address.
  channel.isFound = () => false;
  const { stored, connection } = sample.database;
  const now = () => sample.clock.now;
  // As the bot has them: a world that reads everything anew takes twice as long.
  const worlds = worldsOf(connection, stored, now);
  const edge: Edge = {
    directory: directoryOf(stored, now, worlds.peopleOf),
    world: worlds.arrival,
    fileLink: async (_organisation, _person, fileId) => `https://bot.example/files/${fileId}`,
    log: pino({ enabled: false }),
    patience,
    admission: { teams: new Admission(8), slack: new Admission(8) },
    languages: new LRUCache({ max: 100 }),
    lastShown: new LRUCache({ max: 100 }),
    changed: () => undefined,
  };
  const parts = { sample, channel, edge, guests };
  const known = new Map<string, Chats>();
  return {
    database: sample.database,
    clock: sample.clock,
    on(email) {
      const chats = known.get(email) ?? new Chats(parts, email);
      known.set(email, chats);
      return participant(chats);
    },
    isGuest: (email) => void guests.add(email),
    async delivers() {
      const context = jobsOf({ ...sample, world: worlds.delivery(sample.organisation) }, { slack: channel });
      for (const schedule of schedules) await schedule.run(context);
      await deliverOutbox.run(context);
    },
    close() {
      worlds.close();
      return sample.close();
    },
  };
}

interface Parts {
  sample: StoredSample;
  channel: MemoryChannel;
  edge: Edge;
  guests: ReadonlySet<string>;
}

let written = 0;

/** One person's client: what they wrote, the form in front of them, and what only they see in channels. */
class Chats {
  front: { form: Form; where: string; from: string | null } | null = null;
  private readonly said: Array<{ where: string; message: string; text: string; repliesTo: string | null }> = [];
  readonly whispered: Array<{ where: string; card: Card }> = [];
  readonly parts: Parts;
  readonly own: string;
  private readonly email: string;
  constructor(parts: Parts, email: string) {
    this.parts = parts;
    this.email = email;
    this.own = email;
  }

  senderIn(where: string): Sender {
    const { email, own } = this;
    const guest = this.parts.guests.has(email);
    return {
      platform: 'slack',
      tenant: simulated.slackTeamId,
      user: email,
      conversation: where,
      place: where === own ? { user: email } : null,
      room: where === own ? null : { channel: where },
      locale: async () => 'da',
      profile: async () => ({ email, upn: null, name: email, guest }),
    };
  }

  cardsIn(where: string) {
    return this.parts.channel.standing.filter((one) => one.conversation === where);
  }

  /** The newest card that holds the words; in a channel, the newest that begins a thread. */
  holding(where: string, words: string): string {
    const roots = this.cardsIn(where).filter(({ thread }) => where === this.own || thread === null);
    return this.named(
      roots.findLast(({ card }) => wordsOf(card).includes(words)),
      words,
    ).message;
  }

  private named<Found extends { message: string }>(found: Found | undefined, words: string): Found {
    if (!found) throw new Error(`nothing says “${words}”`);
    return found;
  }

  async writes(where: string, text: string, more: { repliesTo?: string; file?: SentFile } = {}): Promise<void> {
    const message = `w${++written}`;
    const repliesTo = more.repliesTo ?? null;
    this.said.push({ where, message, text, repliesTo });
    const files = more.file ? [this.keeps(more.file)] : [];
    await this.arrives(
      where,
      { arrives: 'words', text, idempotencyKey: message, message, repliesTo, files },
      null,
      repliesTo,
    );
  }

  async afterwards(
    arrives: 'edit' | 'deletion',
    messageText: string,
    text = '',
    where: string = this.own,
  ): Promise<void> {
    const said = this.named(
      this.said.findLast((one) => one.text.includes(messageText)),
      messageText,
    );
    said.text = text;
    const { message, repliesTo } = said;
    const idempotencyKey = `w${++written}`;
    const edit = { text, repliesTo, files: [], editedAt: null, isBack: false };
    const arrival: Arrival =
      arrives === 'edit' ? { arrives, message, idempotencyKey, ...edit } : { arrives, message, idempotencyKey };
    await this.arrives(where, arrival, null, where === this.own ? null : repliesTo);
  }

  async presses(where: string, label: string): Promise<void> {
    const open = this.front && inForm(this.front.form).find((one) => one.label === label);
    if (open) return this.sends(where, {}, open);
    const places = [...this.cardsIn(where).map(({ card, message }) => ({ card, message })), ...this.whispers(where)];
    for (const { card, message } of places.toReversed()) {
      const pressed = buttonsOf(card).find((one) => one.label === label);
      if (!pressed) continue;
      const idempotencyKey = `${where}:${message}:${label}`;
      const arrival = { arrives: 'action', action: pressed.action, input: pressed.input, idempotencyKey } as const;
      return this.arrives(where, arrival, message, null);
    }
    throw new Error(`nothing in ${where} has a button “${label}”`);
  }

  async fills(where: string, fields: Record<string, string>, submit: string): Promise<void> {
    const { form } = this.front ?? {};
    const ref = form && [...(form.submit ? [form.submit] : []), ...inForm(form)].find(({ label }) => label === submit);
    if (!ref) throw new Error(`no form that sends with “${submit}” is in front`);
    await this.sends(where, fields, ref);
  }

  /** Presses a button of the form in front, with these fields filled in. */
  private async sends(
    where: string,
    fields: Record<string, string>,
    { action, input }: Pick<ActionRef, 'action' | 'input'>,
  ): Promise<void> {
    if (!this.front) throw new Error('no form is in front');
    const { form, from } = this.front;
    const filled = Object.fromEntries(form.fields.map((field) => [field.id, String(field.value)]));
    const idempotencyKey = `w${++written}`;
    await this.arrives(
      where,
      { arrives: 'action', action, input: { ...filled, ...fields, ...input }, idempotencyKey },
      from,
      null,
    );
  }

  async leavesForm(where: string): Promise<void> {
    if (!this.front) throw new Error('no form is in front');
    const { form, from } = this.front;
    const { action, input } = form.cancel;
    await this.arrives(where, { arrives: 'action', action, input, idempotencyKey: `w${++written}` }, from, null);
  }

  async arrives(where: string, arrival: Arrival, from: string | null, thread: string | null): Promise<void> {
    const outgoing = await handleArrival(this.parts.edge, this.senderIn(where), arrival);
    if (outgoing) await this.shows(where, outgoing, from, thread);
  }

  async shows(where: string, outgoing: Outgoing, from: string | null, thread: string | null): Promise<void> {
    const { reply, language, isPrivate, standing } = outgoing;
    const { channel } = this.parts;
    if (reply.reply === 'form') {
      this.front = { form: reply.form, where, from: reply.at === 'here' ? from : null };
      return;
    }
    this.front = null;
    if (isPrivate && (reply.at === 'below' || from === null)) {
      this.whispered.push({ where, card: reply.card });
      return;
    }
    const place = { channel: where };
    const replaced =
      reply.at === 'here'
        ? (standing ?? (this.cardsIn(where).some(({ message }) => message === from) ? from : null))
        : null;
    if (replaced !== null) {
      await channel.update(place, replaced, reply.card, language);
      return outgoing.standsAt(replaced);
    }
    const { message } = await channel.post(place, reply.card, language, thread === null ? {} : { thread });
    await outgoing.standsAt(message);
  }

  private whispers(where: string) {
    return this.whispered
      .filter((one) => one.where === where)
      .map(({ card }, index) => ({ card, message: `p${index}` }));
  }

  private keeps({ name, content }: SentFile) {
    const reference = `F${++written}`;
    this.parts.channel.files[reference] = content;
    return { name, size: content.length, platform: 'slack' as const, reference };
  }
}

function participant(chats: Chats): Participant {
  const { own } = chats;
  const all = (where: string) => chats.cardsIn(where).map(({ card }) => wordsOf(card));
  const reads = (where: string) => {
    const last = all(where).at(-1);
    if (last === undefined) throw new Error(`the bot has not written in ${where}`);
    return last;
  };
  const room = (name: string): InRoom => ({
    async brings() {
      const added = { arrives: 'bot-added', idempotencyKey: randomUUID() } as const;
      const said = await handleArrival(chats.parts.edge, chats.senderIn(name), added);
      if (!said) throw new Error('the bot says nothing where it is brought in');
      await chats.shows(name, said, null, null);
    },
    async mentions(text, inThread) {
      const repliesTo = inThread === undefined ? undefined : chats.holding(name, inThread);
      await chats.writes(name, text, repliesTo === undefined ? {} : { repliesTo });
    },
    corrects: (messageText, newText) => chats.afterwards('edit', messageText, newText, name),
    presses: (label) => chats.presses(name, label),
    fills: (fields, submit) => chats.fills(name, fields, submit),
    reads: () => reads(name),
    all: () => all(name),
    thread(rootText) {
      const root = chats.holding(name, rootText);
      return chats.cardsIn(name).flatMap(({ thread, card }) => (thread === root ? [wordsOf(card)] : []));
    },
  });
  return {
    says: (text) => chats.writes(own, text),
    presses: (label) => chats.presses(own, label),
    fills: (fields, submit) => chats.fills(own, fields, submit),
    leavesForm: () => chats.leavesForm(own),
    reads: () => reads(own),
    seesNow: () => (chats.front ? JSON.stringify(chats.front.form) : reads(own)),
    all: () => all(own),
    edits: (messageText, newText) => chats.afterwards('edit', messageText, newText),
    deletes: (messageText) => chats.afterwards('deletion', messageText),
    sendsFile: (file, text = '') => chats.writes(own, text, { file }),
    repliesTo: (cardText, text) => chats.writes(own, text, { repliesTo: chats.holding(own, cardText) }),
    room,
  };
}

/** The buttons of a form beside those that send and leave it. */
function inForm({ intro, also = [] }: Form): ActionRef[] {
  return [...buttonsOf({ blocks: intro, actions: [] }), ...also];
}

function buttonsOf({ blocks, actions }: Pick<Card, 'blocks' | 'actions'>): ActionRef[] {
  const inLists = blocks.flatMap((block) => (block.block === 'list' ? block.items.map(({ open }) => open) : []));
  const inBlocks = blocks.flatMap((block) => (block.block === 'buttons' ? block.buttons : []));
  return [...inLists, ...inBlocks, ...actions].filter((one): one is ActionRef => one !== null && 'action' in one);
}

/** Every string of a card that people read, in its order. */
function wordsOf({ title, blocks, actions }: Card): string {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  return [title, ...strings(blocks), ...actions.map(({ label }) => label)].join('\n');
}
