/** Members of both platforms' JSON whose strings a person reads. */
const read = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'initial_value', 'hint'];

/** Lists every text in a card that a person can read. The payload of buttons (`data`, `value`) is left out. */
export function visibleTexts(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(visibleTexts);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([member, value]) => {
    if (typeof value === 'string') return read.includes(member) || isTyped(json, member) ? [value] : [];
    return member === 'data' ? [] : visibleTexts(value);
  });
}

/** The text of one element of an Adaptive Card. */
function isTyped(element: object, member: string): boolean {
  return member === 'value' && 'type' in element && element.type === 'Input.Text';
}
