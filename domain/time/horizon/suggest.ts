import { type Span, shift, unitAround } from './span.ts';

/** The periods that a process owner is offered to pick from, the soonest first: a month, coming quarters, halves and years. */
export function suggestHorizons(today: string): Span[] {
  const suggestions = [
    { start: today, end: shift(today, { months: 1 }) },
    ...[1, 2, 3].map((ahead) => unitAround(today, 'quarter', ahead)),
    ...[1, 2].map((ahead) => unitAround(today, 'half', ahead)),
    ...[1, 2].map((ahead) => unitAround(today, 'year', ahead)),
  ];
  return suggestions.toSorted((a, b) => a.end.localeCompare(b.end) || b.start.localeCompare(a.start));
}
