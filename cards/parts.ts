import type { ActionName, DoorAction } from '../domain/index.ts';
import type { ActionRef, Block, Card, Form } from './card.ts';

export function button(
  action: ActionName | DoorAction,
  label: string,
  input: Readonly<Record<string, string>> = {},
  style: ActionRef['style'] = 'default',
): ActionRef {
  return { action, input, label, style };
}

/** A form where it cannot be filled in: a card that says what it is, with the button that opens it. */
export function formOpener({ title, intro, open }: Form): Card {
  return { name: 'form-opener', title, blocks: intro, actions: [open] };
}

/** Several groups of buttons under one card, where only one can be the obvious one: the first. */
export function oneObvious(actions: Card['actions']): Card['actions'] {
  const first = actions.findIndex((ref) => 'style' in ref && ref.style === 'primary');
  return actions.map((ref, index) =>
    'style' in ref && ref.style === 'primary' && index !== first ? { ...ref, style: 'default' } : ref,
  );
}

export const text = (words: string, tone: 'normal' | 'strong' | 'subtle' = 'normal'): Block => ({
  block: 'text',
  text: words,
  tone,
});

/** Facts with those left out that nothing is known of. */
export function facts(rows: ReadonlyArray<readonly [label: string, value: string | null]>): Block[] {
  const known = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return known.length === 0 ? [] : [{ block: 'facts', facts: known }];
}

/** The first `max` characters at a word's end, with an ellipsis: where the whole text stands elsewhere. */
export function excerpt(words: string, max = 90): string {
  const line = words.replaceAll('\n', ' ');
  if (line.length <= max) return line;
  const cut = line.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2))} …`;
}
