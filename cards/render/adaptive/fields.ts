import type { Language } from '../../../domain/vocabulary.ts';
import { fieldProblemTexts } from '../../../locales/refusals.ts';
import type { NamedField } from '../../card.ts';
import { fieldKey } from '../../packed-action.ts';
import { numberValue } from '../form.ts';
import { asLine, asText, problemSign } from '../text.ts';
import type { AdaptiveElement, AdaptiveInput, TextLook } from './json.ts';
import { escapeMarkdown, paragraphs } from './texts.ts';

/**
 * Renders one field of a form: the label, the input, right below it the problem, then the hint.
 * @param problem the problem in the reader's language
 * @param checkedBy who says that a required field is empty; the label tells that it is required in either case
 */
export function adaptiveField(
  field: NamedField,
  problem: string | null,
  language: Language,
  checkedBy: 'client' | 'bot',
): AdaptiveElement[] {
  return [
    adaptiveInput(field, language, checkedBy),
    ...(problem ? below(problemSign + problem, { color: 'Attention', weight: 'Bolder' }) : []),
    ...(field.hint ? below(field.hint, { isSubtle: true }) : []),
  ];
}

/** Stands close to the input that it belongs to. */
function below(text: string, look: TextLook): AdaptiveElement[] {
  return paragraphs(text, 1, look).map((paragraph) => ({ ...paragraph, spacing: 'Small' }));
}

function adaptiveInput(field: NamedField, language: Language, checkedBy: 'client' | 'bot'): AdaptiveInput {
  const texts = fieldProblemTexts[language];
  const isRequired = field.required && checkedBy === 'client';
  const star = field.required && checkedBy === 'bot' ? ' *' : '';
  const shared = {
    id: fieldKey(field.id),
    label: asLine(field.label) + star,
    isRequired,
    ...(isRequired ? { errorMessage: texts.required } : {}),
  };
  switch (field.field) {
    case 'text': {
      const { multiline, maxLength } = field;
      return { type: 'Input.Text', ...shared, isMultiline: multiline, maxLength, value: asText(field.value) };
    }
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        style: 'compact',
        choices: field.options.map(({ value, label }) => ({ title: asLine(label), value })),
        value: field.value,
        placeholder: asLine(field.empty),
        wrap: true,
      };
    case 'number': {
      const value = numberValue(field);
      if (value === 'unfit') return { type: 'Input.Text', ...shared, isMultiline: false, value: asText(field.value) };
      const { min, max } = field;
      const errorMessage = isRequired ? texts.required : texts['out-of-range'];
      return { type: 'Input.Number', ...shared, errorMessage, min, max, ...(value === null ? {} : { value }) };
    }
    case 'toggle': {
      const value = field.value ? 'true' : 'false';
      return {
        type: 'Input.Toggle',
        id: shared.id,
        title: escapeMarkdown(shared.label),
        value,
        valueOn: 'true',
        valueOff: 'false',
        wrap: true,
      };
    }
  }
  field satisfies never;
}
