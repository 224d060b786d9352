/**
 * What the bot sends to the page. The page knows nothing of the bot; the compiler holds the bot's cards against this
 * where they are sent (`bot/tab/show.ts`). Every string is plain text.
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
  | { block: 'timeline'; entries: ReadonlyArray<{ when: string; what: string; state: 'happened' | 'promised' }> }
  | { block: 'list'; items: readonly ShownItem[] };

export interface ShownItem {
  title: string;
  detail: string;
  mood: Mood;
  open: ShownAction | ShownLink | null;
}

/** What is sent back when it is pressed. */
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

/** What stands in the page when it is served. */
export interface PageData {
  /** `local`: the sign-in is a token in the page's address, made by the playground. */
  access: 'microsoft' | 'local';
  /** Where the chat with the bot is. */
  chat: string;
  texts: Readonly<Record<Language, TabTexts>>;
}

export interface TabTexts {
  loading: string;
  back: string;
  refresh: string;
  chat: string;
  again: string;
  /** Said by screen readers before an entry of a timeline that lies ahead. */
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
