/**
 * The card with `\*` as `*` in its TextBlocks: the bot's cards use no other markdown than the escapes in headings. A
 * TextRun has no markdown and is left alone.
 */
export function withoutEscapes(card: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(card).map(([name, value]) => {
    if (name === 'text' && typeof value === 'string' && card.type === 'TextBlock') return [name, unescaped(value)];
    return [name, unescapeIn(value)];
  });
  return Object.fromEntries(entries);
}

function unescapeIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unescapeIn);
  if (typeof value === 'object' && value !== null) return withoutEscapes({ ...value });
  return value;
}

/** Any ASCII punctuation may be escaped: https://spec.commonmark.org/0.31.2/#backslash-escapes */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
