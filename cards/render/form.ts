import type { Field, Form } from '../card.ts';

/** Lists the problems of fields that the form does not show; they stand on top, since no field is there to hold them. */
export function problemsWithoutField(form: Form): string[] {
  const shown = new Set(form.fields.map((field) => field.id));
  return Object.entries(form.problems)
    .filter(([id]) => !shown.has(id))
    .map(([, text]) => text);
}

/** The problem of a field, or null. */
export function problemOf(form: Form, id: string): string | null {
  return Object.hasOwn(form.problems, id) ? (form.problems[id] ?? null) : null;
}

type NumberField = Extract<Field, { field: 'number' }>;

/**
 * Reads the number in a field, written with comma or point. Null when the field is empty; `'unfit'` when a number input of
 * the platform would refuse or lose the value, which then stands in a text input, so that the person can correct it.
 */
export function numberValue({ value, min, max }: NumberField): number | null | 'unfit' {
  const text = value.trim().replace(',', '.');
  if (text === '') return null;
  const number = Number(text);
  return /^-?\d+(\.\d+)?$/.test(text) && number >= min && number <= max ? number : 'unfit';
}
