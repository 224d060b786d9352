import { randomUUID } from 'node:crypto';
import type { BotAnswer } from '../../answers.ts';
import type { Json } from '../../chats.ts';
import { NotThere } from '../../not-there.ts';
import { buttonsOf, inputsOf } from './read-card.ts';
import type { Dialog, Screens } from './screens.ts';

type Post = (activity: Json) => Promise<BotAnswer>;

/** Says whether a button with this data opens a dialog. */
export function opensDialog(data: Json): boolean {
  return (data.msteams as { type?: unknown } | undefined)?.type === 'task/fetch';
}

/** The dialogs of one person: a client that handles the bot's answers as Teams does. */
export class Dialogs {
  private readonly email: string;
  private readonly screens: Screens;
  private readonly post: Post;

  constructor(email: string, screens: Screens, post: Post) {
    this.email = email;
    this.screens = screens;
    this.post = post;
  }

  current(): Dialog | null {
    return this.screens.dialogOf(this.email);
  }

  /** The text with which the last dialog ended. */
  said(): string {
    return this.screens.notice(this.email);
  }

  /** Opens the message extension on a message, whose HTML goes along, or from the composer. */
  openExtension(commandId: string, html: string | null, around: Json = {}): Promise<BotAnswer> {
    const messagePayload = html === null ? {} : { messagePayload: payload(html) };
    const commandContext = html === null ? 'compose' : 'message';
    const context = { commandId, commandContext, context: { theme: 'default' }, ...messagePayload };
    return this.invoke('composeExtension/fetchTask', context, around, {
      submits: 'composeExtension/submitAction',
      context,
      around,
    });
  }

  /** Opens a dialog by a button whose data says `msteams: { type: 'task/fetch' }`. */
  open(data: Json, around: Json = {}): Promise<BotAnswer> {
    const context = { context: { theme: 'default' } };
    const value = { ...context, data: { ...data, type: 'task/fetch' } };
    return this.invoke('task/fetch', value, around, { submits: 'task/submit', context, around });
  }

  /** Presses a button in the dialog, with its inputs filled in. */
  press(label: string, fields: Readonly<Record<string, string>> = {}): Promise<BotAnswer> {
    const dialog = this.current();
    if (!dialog) throw new NotThere(`${this.email} has no dialog open`);
    const button = buttonsOf(dialog.card).find(({ action }) => action.title === label);
    if (!button) throw new NotThere(`no button “${label}” in the dialog of ${this.email}`);
    const { type, data } = button.action;
    if (type !== 'Action.Submit') throw new NotThere(`a dialog knows no ${type}`);
    return this.submit(data as Json, inputsOf(button, fields));
  }

  /** The press of a button with this data in the open dialog. */
  submit(data: Json, inputs: Json): Promise<BotAnswer> {
    const dialog = this.current();
    if (!dialog) throw new NotThere(`${this.email} has no dialog open`);
    const { submits, context, around } = dialog;
    return this.invoke(submits, { ...context, data: { ...data, ...inputs } }, around, { submits, context, around });
  }

  /** Closes the dialog; no bot hears of it. */
  close(): void {
    this.screens.openDialog(this.email, null);
  }

  private async invoke(
    name: string,
    value: Json,
    around: Json,
    next: Omit<Dialog, 'title' | 'card'>,
  ): Promise<BotAnswer> {
    const answer = await this.post({ type: 'invoke', name, id: `f:${randomUUID()}`, value, ...around });
    // The client says that the app did not answer, and leaves what is open.
    if (answer.status >= 300) return answer;
    const { task } = (answer.body ?? {}) as { task?: { type: string; value: unknown } };
    if (task?.type === 'continue') {
      const { title, card } = task.value as { title: string; card: { content: Json } };
      this.screens.openDialog(this.email, { title, card: card.content, ...next });
    } else {
      this.screens.openDialog(this.email, null);
      if (task?.type === 'message') this.screens.notice(this.email, String(task.value));
    }
    return answer;
  }
}

/** A message as the client hands it to an extension. */
function payload(html: string): Json {
  return {
    id: '1795530397733',
    createdDateTime: '2026-11-24T08:00:00.000Z',
    deleted: false,
    from: { user: { id: randomUUID(), displayName: 'En kollega', userIdentityType: 'aadUser' } },
    body: { contentType: 'html', content: html },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}
