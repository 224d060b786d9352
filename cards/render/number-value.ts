import type { Field } from '../card.ts';

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
