import type { ActionInput, PressableAction } from '../domain/index.ts';
import { type ActionRef, actionOf, type Block, type Card, type Form } from './card.ts';

type Style = ActionRef['style'];

/** An input that needs nothing may be left out. */
type InputAndStyle<Input> =
  Record<never, never> extends Input ? [input?: Input, style?: Style] : [input: Input, style?: Style];

/** A button for an action of a person, with what it takes. */
export function button<Name extends PressableAction>(
  action: Name,
  label: string,
  ...[input, style = 'default']: InputAndStyle<ActionInput<Name>>
): ActionRef {
  return { ...actionOf<PressableAction>(action, input ?? {}), label, style };
}

/** The button of somebody who is not let in yet. */
export function joinButton(label: string): ActionRef {
  return { action: 'ask-to-join', input: {}, label, style: 'primary' };
}

/** A form where it cannot be filled in: a card that says what it is and what was wrong, with the button that opens it. */
export function formOpener({ title, intro, open, problems }: Form): Card {
  const wrong = Object.values(problems).map((problem) => text(problem, 'strong'));
  return { name: 'form-opener', title, blocks: [...wrong, ...intro], actions: [open] };
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
