import { type Span, shift, unitAround } from './span.ts';

/**
 * The periods that a process owner is offered to pick from. Ahead, the soonest first: a month, the running and the coming
 * quarters, halves and years. Past, the latest first: today, the running and past months and quarters.
 */
export function suggestHorizons(today: string, time: 'promised' | 'since' | 'until' | null = 'promised'): Span[] {
  if (time === null) return [];
  return time === 'since' ? pastSpans(today) : comingSpans(today);
}

/** As many as are read in one look. */
const mostSuggested = 8;

function comingSpans(today: string): Span[] {
  const suggestions = [
    { start: today, end: shift(today, { months: 1 }) },
    ...[0, 1, 2, 3].map((ahead) => unitAround(today, 'quarter', ahead)),
    ...[0, 1, 2].map((ahead) => unitAround(today, 'half', ahead)),
    ...[0, 1].map((ahead) => unitAround(today, 'year', ahead)),
  ];
  const sorted = suggestions.toSorted((a, b) => a.end.localeCompare(b.end) || b.start.localeCompare(a.start));
  // Of the periods that run and end on the same day, the shortest is named: nobody says "in 2026" in November.
  const running = sorted.filter(({ start }) => start < today);
  const isNamed = ({ start, end }: Span) => !running.some((other) => other.end === end && other.start > start);
  return sorted.filter((span) => span.end > today && (span.start >= today || isNamed(span))).slice(0, mostSuggested);
}

function pastSpans(today: string): Span[] {
  return [
    { start: today, end: today },
    ...[0, -1, -2].map((ago) => unitAround(today, 'month', ago)),
    ...[-1, -2].map((ago) => unitAround(today, 'quarter', ago)),
    unitAround(today, 'year', -1),
  ];
}
