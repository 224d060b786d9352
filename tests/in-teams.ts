import type { BotAnswer } from '../simulator/answers.ts';
import type { Message } from '../simulator/chats.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { TeamsClient } from '../simulator/teams/client/drawing.ts';
import type { ExecuteAnswer, SentFile } from '../simulator/teams/client/parts.ts';
import { textsOf } from '../simulator/teams/client/read-card.ts';
import type { Somebody } from './running-bot.ts';

/** A channel or group chat, as one person sees it. */
export interface InRoom {
  /** Brings the bot in, or takes it out. */
  brings(): Promise<BotAnswer>;
  removes(): Promise<BotAnswer>;
  /** Writes to the bot; with `inThread`, in the thread that holds these words. */
  mentions(text: string, inThread?: string): Promise<BotAnswer>;
  /** Edits a message of one's own that mentions the bot. */
  corrects(messageText: string, newText: string): Promise<BotAnswer>;
  /** Presses the newest button that reads so. */
  presses(label: string): Promise<ExecuteAnswer>;
  fills(fields: Record<string, string>, submit: string): Promise<ExecuteAnswer>;
  /** The newest message of the bot. */
  reads(): string;
  /** Every message of the bot, oldest first. */
  all(): string[];
  /** All that stands in the thread that holds these words. */
  thread(rootText: string): string[];
  /** Presses a button that opens a dialog. */
  opensDialog(label: string): Promise<BotAnswer>;
  /** Presses with a client that knows no Action.Execute. */
  submits(label: string): Promise<BotAnswer>;
  /** Sees an old card, which renews itself. */
  looksAgain(): Promise<ExecuteAnswer>;
  /** Teams tells of the team: that it was renamed, or a channel deleted. */
  happens(eventType: string): Promise<BotAnswer>;
}

/** Somebody with Teams open. */
export interface InTeams extends Somebody {
  room(name: string, kind?: 'channel' | 'groupChat'): InRoom;
  edits(messageText: string, newText: string): Promise<BotAnswer>;
  deletes(messageText: string): Promise<BotAnswer>;
  /** Takes back the last deletion. */
  undeletes(): Promise<BotAnswer>;
  leavesForm(): Promise<BotAnswer>;
  sendsFile(file: SentFile, text?: string): Promise<BotAnswer>;
  /** Pastes a picture into the message. */
  pastes(content: Uint8Array, text?: string): Promise<BotAnswer>;
  /** Replies to the newest message that holds `cardText`, which quotes it. */
  repliesTo(cardText: string, text: string, client?: 'usual' | 'newer'): Promise<BotAnswer>;
  /** Sees an old card, the newest or the one that holds these words or has this id. */
  looksAgain(words?: string): Promise<ExecuteAnswer>;
  /** Closes Teams and opens it again: cards are as the bot left them. */
  reopens(): void;
  /** Opens the message extension on a message, or where one writes. */
  opensExtension(html: string | null, around?: Record<string, unknown>): Promise<BotAnswer>;
  /** The dialog in front: its title and all that stands in it; what the last one said as it ended when none is open. */
  dialog(): string;
  pressesInDialog(label: string, fields?: Record<string, string>): Promise<BotAnswer>;
}

export function inTeams(simulator: Simulator, email: string, kind?: TeamsClient): InTeams {
  const client = simulator.teams(email, kind);
  const fromBot = () => client.messages().filter(({ from }) => from === 'bot');
  const reads = () => newest(fromBot(), email);
  return {
    email,
    platform: 'teams',
    says: (text) => client.send(text),
    presses: (label) => client.press(label),
    async fills(fields, submit) {
      await client.press(submit, fields);
    },
    leavesForm: () => client.press('Annullér'),
    reads,
    seesNow: reads,
    all: () => fromBot().map(textOf),
    messages: () => client.messages(),
    edits: (messageText, newText) => client.edit(messageText, newText),
    deletes: (messageText) => client.delete(messageText),
    undeletes: () => client.undelete(),
    sendsFile: (file, text) => client.sendFile(file, text),
    pastes: (content, text) => client.sendFile({ name: 'image', type: 'image/*', content }, text, true),
    repliesTo: (cardText, text, kind) => client.reply(cardText, text, kind),
    looksAgain: (words) => client.looksAgain(words),
    reopens: () => client.reopens(),
    opensExtension: (html, around) => client.dialogs.openExtension('create-request', html, around),
    dialog() {
      const open = client.dialogs.current();
      return open ? [open.title, ...textsOf(open.card)].join('\n') : client.dialogs.said();
    },
    pressesInDialog: (label, fields) => client.dialogs.press(label, fields),
    room(name, kind) {
      const room = client.room(name, kind);
      const ofBot = () => room.messages().filter(({ from }) => from === 'bot');
      return {
        brings: () => room.install(),
        removes: () => room.uninstall(),
        mentions: (text, inThread) => room.mention(text, inThread),
        corrects: (messageText, newText) => room.edit(messageText, newText),
        presses: (label) => room.press(label),
        fills: (fields, submit) => room.press(submit, fields),
        reads: () => newest(ofBot(), name),
        all: () => ofBot().map(textOf),
        thread: (rootText) => room.thread(rootText).map(textOf),
        opensDialog(label) {
          const { data, around } = room.opener(label);
          return client.dialogs.open(data, around);
        },
        submits: (label) => room.submit(label),
        looksAgain: () => room.looksAgain(),
        happens: (eventType) => room.happens(eventType),
      };
    },
  };
}

function textOf({ text = '', card }: Message): string {
  return [text, ...(card ? textsOf(card) : [])].join('\n');
}

function newest(messages: readonly Message[], where: string): string {
  const last = messages.at(-1);
  if (!last) throw new Error(`the bot has not written to ${where}`);
  return textOf(last);
}
