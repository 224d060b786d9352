/** Parts that occur only within others and are in no registry of the package. */
const structure = ['AdaptiveCard', 'Column', 'TableRow', 'TableCell'];

/**
 * The types in a card that will not be drawn: the package does not know them, leaves them out silently, and the card
 * has no fallback for them.
 */
export function unknownTypes(part: unknown, isKnown: (type: string) => boolean): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => unknownTypes(one, isKnown));
  if (typeof part !== 'object' || part === null) return [];
  const { type, data: _ours, ...rest } = part as { type?: unknown; data?: unknown };
  const isDrawn = typeof type !== 'string' || structure.includes(type) || isKnown(type) || 'fallback' in rest;
  return [...(isDrawn ? [] : [type]), ...Object.values(rest).flatMap((one) => unknownTypes(one, isKnown))];
}
