import type { AboutId } from '../domain/ids.ts';
import type { ActionInput, DoorAction, PressableAction } from '../domain/index.ts';

/**
 * A card as data. A card states its intent in a closed union of few blocks, and the renderers in
 * cards/render/ are free in how they show them. Every string is plain text: renderers make sure that nothing in it is
 * taken for markup.
 */
export interface Card {
  /** File name of the card, for tests and the gallery. */
  name: string;
  /** The draft or request on the card; a reply to the card is a reply to that. */
  about?: AboutId;
  /** The draft or request whose facts are on the card, when a reply to the card is no reply to that. */
  shows?: AboutId;
  /** The version of the request that it shows. */
  version?: number;
  /** The notification shows the title as well. */
  title: string;
  blocks: readonly Block[];
  /** The action that updates the card, for a client that shows an old card and can ask by itself. */
  renew?: Pick<ActionRef, 'action' | 'input'>;
  /** Buttons, the obvious one first. */
  actions: ReadonlyArray<ActionRef | LinkRef>;
}

export type Block =
  | { block: 'text'; text: string; tone: 'normal' | 'strong' | 'subtle' }
  /** A person's own words. */
  | { block: 'quote'; text: string }
  | { block: 'facts'; facts: ReadonlyArray<{ label: string; value: string }> }
  | { block: 'status'; text: string; mood: Mood }
  | { block: 'timeline'; entries: readonly TimelineEntry[] }
  | { block: 'list'; items: readonly ListItem[] }
  /** Buttons that belong to what stands above them. */
  | { block: 'buttons'; buttons: readonly ActionRef[] };

export type Mood = 'waiting' | 'good' | 'late' | 'neutral';

export interface TimelineEntry {
  when: string;
  what: string;
  /** Promised entries are in the future; a late one was promised and has not happened. */
  state: 'happened' | 'promised' | 'late';
}

export interface ListItem {
  title: string;
  detail: string;
  /** What few readers look for, in small letters at the end. */
  small?: string;
  mood: Mood;
  open: ActionRef | LinkRef | null;
}

/** A button with its action and input. `input` goes out with the card and is never trusted when it comes back. */
export interface ActionRef {
  action: PressableAction | DoorAction;
  input: Readonly<Record<string, string>>;
  label: string;
  style: 'primary' | 'default' | 'danger';
  /**
   * The button's form opens over the chat, also in Teams, where forms otherwise stand in the chat: for a card that
   * others see, too, and for a form that is no answer to the card. Slack always opens forms over the chat.
   */
  opens?: 'dialog';
}

/**
 * A button that opens an address in the reader's browser: https, or http on the reader's own machine. The renderers
 * throw on any other, so the caller checks an address that people wrote.
 */
export interface LinkRef {
  url: string;
  label: string;
}

/** All questions of a form appear at once: a modal in Slack, inputs in the card in Teams. */
export interface Form {
  name: string;
  /** At most 24 characters (Slack's modal title). */
  title: string;
  intro: readonly Block[];
  fields: readonly NamedField[];
  /** Null for a form of buttons alone. */
  submit: { action: PressableAction; input: Readonly<Record<string, string>>; label: string } | null;
  /**
   * Buttons that take along what was typed so far, whatever is wrong with it. Absent: none. The bot alone then says what is
   * missing: a client that checks the fields itself would hold these buttons back.
   */
  also?: readonly ActionRef[];
  cancel: ActionRef;
  /** The button that opens the form, for places where a form cannot open by itself. */
  open: ActionRef;
  /** The problems by field id, in the reader's language. */
  problems: Readonly<Record<string, string>>;
}

export type NamedField = Field & { id: string };

export type Field = { label: string; hint: string | null; required: boolean } & (
  | { field: 'text'; multiline: boolean; maxLength: number; value: string }
  | { field: 'choice'; options: ReadonlyArray<{ value: string; label: string }>; value: string; empty: string }
  | { field: 'number'; min: number; max: number; value: string }
  /** `label` is beside the box; `about` is over it, on a platform that wants a heading over each field. */
  | { field: 'toggle'; value: boolean; about: string }
);

/**
 * The input that a form sends: the values that it holds from the beginning and the filled-in fields together make up
 * the input of the action. A missing, misspelt or extra field or held value does not compile.
 */
export function formOf<Name extends PressableAction, Held extends Partial<ActionInput<Name>>>(
  action: Name,
  held: Held & Record<Exclude<keyof Held, keyof ActionInput<Name>>, never>,
  label: string,
  fields: Record<Exclude<keyof ActionInput<Name> & string, keyof Held>, Field>,
): { submit: NonNullable<Form['submit']>; fields: Form['fields'] } {
  return {
    submit: { action, input: given(held), label },
    fields: Object.entries<Field>(fields).map(([id, field]) => ({ ...field, id })),
  };
}

/** An action with its input, as a card holds it; a misspelt or missing key does not compile. */
export function actionOf<Name extends PressableAction>(
  action: Name,
  input: ActionInput<Name>,
): Pick<ActionRef, 'action' | 'input'> {
  return { action, input: given(input) };
}

/** The input without its optional keys that have the value `undefined`. */
function given(input: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(Object(input)).filter(([, value]) => value !== undefined));
}

/** The state in which a form opens: typed or proposed values, and the problems with them. */
export interface Filled {
  values: Readonly<Record<string, string | undefined>>;
  problems: Readonly<Record<string, string>>;
}

/** A form in which nothing is typed and nothing is wrong. */
export const blank: Filled = { values: {}, problems: {} };

interface FieldOptions {
  hint?: string;
  required?: boolean;
}

/** A field for text of at most `max` characters. */
export function textField(
  label: string,
  value: string | undefined,
  options: FieldOptions & { maxLength: number; multiline?: boolean },
): Field {
  const { hint = null, required = true, multiline = true, maxLength } = options;
  return { field: 'text', label, hint, required, multiline, maxLength, value: value ?? '' };
}

/**
 * A field for one of several choices. `choices` are pairs of stored value and label; `empty` is shown while nothing is
 * chosen.
 */
export function choiceField(
  label: string,
  value: string | undefined,
  choices: ReadonlyArray<readonly [value: string, label: string]>,
  options: FieldOptions & { empty: string },
): Field {
  const { hint = null, required = true, empty } = options;
  const known = choices.map(([one, name]) => ({ value: one, label: name }));
  return { field: 'choice', label, hint, required, options: known, value: value ?? '', empty };
}

/** An optional field for a number. */
export function numberField(label: string, value: string | undefined, { max }: { max: number }): Field {
  return { field: 'number', label, hint: null, required: false, min: 0, max, value: value ?? '' };
}

/** Gives a field with what was typed in it, as forms send it; unchanged when nothing was sent. */
export function withValue(field: NamedField, typed: string | undefined): NamedField {
  if (typed === undefined) return field;
  return field.field === 'toggle' ? { ...field, value: typed === 'true' } : { ...field, value: typed };
}
