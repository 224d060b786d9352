import type { Field, Form } from '../card.ts';

/** Problems of fields that the form does not show: they can stand beside nothing and belong on top. */
export function problemsWithoutField(form: Form): string[] {
  const shown = new Set(form.fields.map((field) => field.id));
  return Object.entries(form.problems)
    .filter(([id]) => !shown.has(id))
    .map(([, text]) => text);
}

/** What is wrong with a field of the form, or null. */
export function problemOf(form: Form, id: string): string | null {
  return Object.hasOwn(form.problems, id) ? (form.problems[id] ?? null) : null;
}

type NumberField = Extract<Field, { field: 'number' }>;

/**
 * The number in the field, written with comma or point; null when it is empty, `'unfit'` when a number input of the
 * platform would refuse or lose it. What a person wrote is then shown in a text input, for them to correct.
 */
export function numberValue({ value, min, max }: NumberField): number | null | 'unfit' {
  const text = value.trim().replace(',', '.');
  if (text === '') return null;
  const number = Number(text);
  return /^-?\d+(\.\d+)?$/.test(text) && number >= min && number <= max ? number : 'unfit';
}
