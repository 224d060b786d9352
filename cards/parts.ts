import type { ActionInput, PressableAction } from '../domain/index.ts';
import { type ActionRef, actionOf, type Block, type Card, type Form } from './card.ts';

type Style = ActionRef['style'];

/** The arguments of a button's action; an empty input may be omitted. */
type InputAndStyle<Input> =
  Record<never, never> extends Input ? [input?: Input, style?: Style] : [input: Input, style?: Style];

/** Makes a button for an action of a person, with its input. */
export function button<Name extends PressableAction>(
  action: Name,
  label: string,
  ...[input, style = 'default']: InputAndStyle<ActionInput<Name>>
): ActionRef {
  return { ...actionOf<PressableAction>(action, input ?? {}), label, style };
}

/** Makes the button of a person who is not let in yet. */
export function joinButton(label: string): ActionRef {
  return { action: 'ask-to-join', input: {}, label, style: 'primary' };
}

/**
 * Shows a form in a place where it cannot be filled in: a card with its purpose, its problems and the button that opens
 * it.
 */
export function formOpener({ title, intro, open, problems }: Form): Card {
  const wrong = Object.values(problems).map((problem) => text(problem, 'strong'));
  return { name: 'form-opener', title, blocks: [...wrong, ...intro], actions: [open] };
}

/** Keeps only the first obvious button, for groups of buttons under one card. */
export function oneObvious(actions: Card['actions']): Card['actions'] {
  const first = actions.findIndex((ref) => 'style' in ref && ref.style === 'primary');
  return actions.map((ref, index) =>
    'style' in ref && ref.style === 'primary' && index !== first ? { ...ref, style: 'default' } : ref,
  );
}

/** Makes a block of plain text. */
export const text = (words: string, tone: 'normal' | 'strong' | 'subtle' = 'normal'): Block => ({
  block: 'text',
  text: words,
  tone,
});

/** Makes a block of facts, without the unknown ones. */
export function facts(rows: ReadonlyArray<readonly [label: string, value: string | null]>): Block[] {
  const known = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return known.length === 0 ? [] : [{ block: 'facts', facts: known }];
}

/**
 * Gives the first `max` characters up to the end of a word, with an ellipsis, for a text that is shown whole elsewhere.
 */
export function excerpt(words: string, max = 90): string {
  const line = words.replace(/\n+/g, ' ');
  if (line.length <= max) return line;
  const cut = line.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2))} …`;
}
