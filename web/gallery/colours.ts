/** This many colours draw two themes with their greys and, measured on a card of text, leave a third of the bytes. */
const mostColours = 32;

/** Gives every pixel the nearest of a few colours, chosen by their number of pixels and their distance from others. */
export function reduceColours(pixels: Uint32Array): void {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const found = [...counts]
    .sort(([one], [other]) => one - other)
    .map(([colour, count]) => ({ colour, weight: Math.sqrt(count), shown: colour, away: Number.POSITIVE_INFINITY }));
  for (let chosen = 0; chosen < mostColours; chosen += 1) {
    const next = found.reduce((best, one) => (one.away * one.weight > best.away * best.weight ? one : best));
    if (next.away === 0) break;
    const { colour } = next;
    for (const one of found) {
      const away = difference(one.colour, colour);
      if (away < one.away) Object.assign(one, { away, shown: colour });
    }
  }
  const shown = new Map(found.map((one) => [one.colour, one.shown]));
  for (const [index, pixel] of pixels.entries()) pixels[index] = shown.get(pixel) ?? pixel;
}

/** Of red, green and blue together. */
function difference(one: number, other: number): number {
  return [0, 8, 16].reduce((sum, shift) => sum + Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)), 0);
}
