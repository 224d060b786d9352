import type { BotAnswer } from '../simulator/answers.ts';
import type { Message } from '../simulator/chats.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { textsOf } from '../simulator/slack/blocks/read-blocks.ts';
import type { SlackPerson } from '../simulator/slack/client/person.ts';
import type { SentFile } from '../simulator/slack/files.ts';
import type { Somebody } from './running-bot.ts';

/** A channel, as one person sees it. */
interface InChannel {
  /** Brings the bot in, or takes it out. */
  brings(): Promise<BotAnswer>;
  removes(): Promise<BotAnswer>;
  archives(): Promise<BotAnswer>;
  /** Calls the bot by name; with `inThread`, in the thread that begins with these words. */
  mentions(text: string, inThread?: string): Promise<BotAnswer>;
  /** Edits a message of one's own that mentions the bot. */
  corrects(messageText: string, newText: string): Promise<BotAnswer>;
  /** Writes to colleagues. */
  says(text: string, inThread?: string): Promise<BotAnswer>;
  /** Presses the newest button that reads so. */
  presses(label: string): Promise<BotAnswer>;
  /** Writes the slash command there, with these words behind it. */
  usesCommand(text: string): Promise<BotAnswer>;
  fills(fields: Record<string, string>): Promise<void>;
  /** The newest message of the bot that this person sees. */
  reads(): string;
  /** Every message of the bot that this person sees, oldest first. */
  all(): string[];
  /** All that stands in the thread that begins with these words. */
  thread(rootText: string): string[];
  messages(): readonly Message[];
}

/** Somebody with Slack open. */
export interface InSlack extends Somebody {
  room(name: string, kind?: 'public' | 'private'): InChannel;
  edits(messageText: string, newText: string): Promise<BotAnswer>;
  deletes(messageText: string): Promise<BotAnswer>;
  sendsFile(file: SentFile, text?: string): Promise<BotAnswer>;
  /** Replies in the thread under the newest message that holds `cardText`. */
  repliesTo(cardText: string, text: string, file?: SentFile): Promise<BotAnswer>;
  opensHome(): Promise<BotAnswer>;
  opensMessages(): Promise<BotAnswer>;
  leavesForm(): Promise<void>;
  /** The text of the Home tab. */
  home(): string;
  pressesInHome(label: string): Promise<BotAnswer>;
  usesShortcut(): Promise<BotAnswer>;
  usesShortcutOn(message: string): Promise<BotAnswer>;
  /** The modal in front, as one text; null when there is none. */
  modal(): string | null;
  closesModal(): Promise<void>;
}

export function inSlack(simulator: Simulator, email: string): InSlack {
  const client = simulator.slack(email);
  const { reads, all, messages } = conversation(client, email);
  let refused: string[] = [];
  const modal = () => (client.view() ? [...textsOf(client.view()), ...refused].join('\n') : null);
  /** @param label the button, where it is not the one that sends the form */
  const fills = async (fields: Record<string, string>, label?: string) => {
    const submit = (client.view()?.submit as { text?: string } | null)?.text;
    if (label !== undefined && label !== submit) {
      await client.press(label, fields);
      return;
    }
    const { errors } = await client.fill(fields);
    refused = Object.values(errors ?? {});
  };
  return {
    email,
    platform: 'slack',
    says: (text) => client.send(text),
    presses: (label) => client.press(label),
    fills,
    reads,
    seesNow: () => modal() ?? reads(),
    all,
    messages,
    edits: (messageText, newText) => client.speech.edit(holding(client, messageText, 'person'), newText),
    deletes: (messageText) => client.speech.remove(holding(client, messageText, 'person')),
    sendsFile: (file, text = '') => client.send(text, { file }),
    repliesTo: (cardText, text, file) => client.send(text, { thread: holding(client, cardText, 'bot'), file }),
    opensHome: () => client.openHome(),
    opensMessages: () => client.openHome('messages'),
    home: () => textsOf(client.home()).join('\n'),
    pressesInHome: (label) => client.press(label, {}, 'home'),
    usesShortcut: () => client.shortcut('create-request'),
    usesShortcutOn: (message) => client.messageShortcut('create-request-from-message', message),
    modal,
    closesModal: () => client.closeView(),
    leavesForm: () => client.closeView(),
    room(name, kind) {
      const there = client.inChannel(name, kind === 'private');
      const admin = client.administers(name);
      return {
        ...conversation(there, name),
        brings: () => admin.invitesBot(),
        removes: () => admin.removesBot(),
        archives: () => admin.archives(),
        mentions: (text, inThread) => there.send(`@forenklingsbot ${text}`, { thread: rootOf(there, inThread) }),
        corrects: (messageText, newText) =>
          there.speech.edit(holding(there, messageText, 'person'), `@forenklingsbot ${newText}`),
        says: (text, inThread) => there.send(text, { thread: rootOf(there, inThread) }),
        presses: (label) => there.press(label),
        usesCommand: (text) => there.command(text),
        fills,
        thread(rootText) {
          const root = rootOf(there, rootText);
          return there.messages().flatMap((one) => (one.thread === root ? [textOf(one)] : []));
        },
      };
    },
  };
}

function conversation(client: SlackPerson, where: string) {
  const fromBot = () => client.messages().filter(({ from }) => from === 'bot');
  return {
    messages: () => client.messages(),
    all: () => fromBot().map(textOf),
    reads() {
      const last = fromBot().at(-1);
      if (!last) throw new Error(`the bot has not written to ${where}`);
      return textOf(last);
    },
  };
}

function textOf({ text, blocks }: Message): string {
  return textsOf(blocks ?? [{ text }]).join('\n');
}

/** The id of the newest message of the bot or of the person that holds the words. */
function holding(client: SlackPerson, words: string, from: Message['from']): string {
  const found = client.messages().findLast((message) => message.from === from && textOf(message).includes(words));
  if (!found) throw new Error(`no message says “${words}”`);
  return found.id;
}

function rootOf(client: SlackPerson, words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const found = client.messages().findLast((one) => one.thread === undefined && textOf(one).includes(words));
  if (!found) throw new Error(`no thread begins with “${words}”`);
  return found.id;
}
