/**
 * The answers that the bot sends to the page. The page knows nothing of the bot; the compiler holds the bot's cards
 * against this where they are sent (`bot/web/tab/show.ts`). Every string is plain text.
 */
export type Language = 'da' | 'en';

export interface Shown {
  language: Language;
  card: ShownCard;
}

export interface ShownCard {
  title: string;
  blocks: readonly ShownBlock[];
  /** The obvious one first. */
  actions: ReadonlyArray<ShownAction | ShownLink>;
}

type Mood = 'waiting' | 'good' | 'late' | 'neutral';

export type ShownBlock =
  | { block: 'text'; text: string; tone: 'normal' | 'strong' | 'subtle' }
  | { block: 'quote'; text: string }
  | { block: 'facts'; facts: ReadonlyArray<{ label: string; value: string }> }
  | { block: 'status'; text: string; mood: Mood }
  | {
      block: 'timeline';
      entries: ReadonlyArray<{ when: string; what: string; state: 'happened' | 'promised' | 'late' }>;
    }
  | { block: 'list'; items: readonly ShownItem[] }
  | { block: 'buttons'; buttons: ReadonlyArray<ShownAction | ShownLink> };

export interface ShownItem {
  title: string;
  detail: string;
  small?: string;
  mood: Mood;
  open: ShownAction | ShownLink | null;
}

/** The data that a press sends back. */
export interface ShownAction {
  action: string;
  input: Readonly<Record<string, string>>;
  label: string;
  style: 'primary' | 'default' | 'danger';
}

export interface ShownLink {
  url: string;
  label: string;
  style: ShownAction['style'];
}

/** The settings that the page is served with. */
export interface PageData {
  /** `local`: the sign-in is a token in the page's address, made by the playground. */
  access: 'microsoft' | 'local';
  /** The address of the chat with the bot. */
  chat: string;
  texts: Readonly<Record<Language, TabTexts>>;
}

export interface TabTexts {
  loading: string;
  back: string;
  refresh: string;
  chat: string;
  again: string;
  /** Screen readers say it before a future entry of a timeline. */
  promised: string;
  outside: string;
  outsideDetail: string;
  outsideOpen: string;
  noSignIn: string;
  noSignInDetail: string;
  notLetIn: string;
  notLetInDetail: string;
  failed: string;
  failedDetail: string;
}
