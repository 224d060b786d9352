import type { Form } from '../card.ts';

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
