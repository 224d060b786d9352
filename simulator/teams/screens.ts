import type { Json, Message } from '../chats.ts';

/** A dialog as its person sees it. */
export interface Dialog {
  title: string;
  card: Json;
  /** Which invoke a button in it becomes. */
  submits: 'composeExtension/submitAction' | 'task/submit';
  /** What the client says along with each of them. */
  context: Json;
  /** Where it was opened: what Teams says of the conversation with all that is done in it. */
  around: Json;
}

/** What one person's client shows and nobody else's: views of cards of its own, and the dialog that is open. */
export class Screens {
  private readonly views = new Map<string, Json>();
  private readonly dialogs = new Map<string, Dialog>();
  /** What a client said to its person last. */
  private readonly notices = new Map<string, string>();

  /** The message as the person sees it. */
  seenBy(email: string, message: Message): Message {
    const card = this.views.get(`${email} ${message.id}`);
    return card ? { ...message, card } : message;
  }

  show(email: string, messageId: string, card: Json): void {
    this.views.set(`${email} ${messageId}`, card);
  }

  /** A message that was edited is shown as it is to everybody. */
  forget(messageId: string): void {
    for (const key of this.views.keys()) if (key.endsWith(` ${messageId}`)) this.views.delete(key);
  }

  /** The person's client is closed: what it alone showed is gone. */
  close(email: string): void {
    for (const key of this.views.keys()) if (key.startsWith(`${email} `)) this.views.delete(key);
    this.dialogs.delete(email);
  }

  dialogOf(email: string): Dialog | null {
    return this.dialogs.get(email) ?? null;
  }

  openDialog(email: string, dialog: Dialog | null): void {
    if (dialog) this.dialogs.set(email, dialog);
    else this.dialogs.delete(email);
  }

  notice(email: string, words?: string): string {
    if (words !== undefined) this.notices.set(email, words);
    return this.notices.get(email) ?? '';
  }
}
