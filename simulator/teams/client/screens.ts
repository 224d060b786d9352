import type { Json, Message } from '../../chats.ts';

/** A dialog as its person sees it. */
export interface Dialog {
  title: string;
  card: Json;
  /** The invoke that a button in it sends. */
  submits: 'composeExtension/submitAction' | 'task/submit';
  /** The fields that the client adds to each of them. */
  context: Json;
  /** The conversation in which it was opened, as Teams describes it in each request. */
  around: Json;
}

/** The state of one person's client: its own views of cards, and the open dialog. */
export class Screens {
  private readonly dialogChanged: (email: string) => void;
  private readonly views = new Map<string, Json>();
  private readonly dialogs = new Map<string, Dialog>();
  /** The client's last message to its person. */
  private readonly notices = new Map<string, string>();

  /** @param dialogChanged gets the address of a person whose dialog has opened, changed or closed */
  constructor(dialogChanged: (email: string) => void = () => {}) {
    this.dialogChanged = dialogChanged;
  }

  /** The message as the person sees it. */
  seenBy(email: string, message: Message): Message {
    const card = this.views.get(`${email} ${message.id}`);
    return card ? { ...message, card } : message;
  }

  show(email: string, messageId: string, card: Json): void {
    this.views.set(`${email} ${messageId}`, card);
  }

  /** An edited message looks the same to everybody again. */
  forget(messageId: string): void {
    for (const key of this.views.keys()) if (key.endsWith(` ${messageId}`)) this.views.delete(key);
  }

  /** Closes the person's client, which forgets its own views. */
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
    this.dialogChanged(email);
  }

  notice(email: string, words?: string): string {
    if (words !== undefined) this.notices.set(email, words);
    return this.notices.get(email) ?? '';
  }
}
