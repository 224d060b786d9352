import type { AdministrationId, UnitId } from '../ids.ts';

const longest = 40;

/**
 * A new id, made once from a name: “HR og Løn” → `hr-og-loen`, with a number when that is taken.
 * @param otherwise what it is called when no letter or digit of the name can stand in an id
 */
export function idFromName<Id extends UnitId | AdministrationId>(
  name: string,
  taken: ReadonlySet<string>,
  otherwise: string,
): Id {
  const base = slugOf(name).slice(0, longest).replace(/-+$/, '') || otherwise;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id as string as Id;
  }
}

/** Letters and digits of ASCII with hyphens between the words; Danish letters as they are written without them. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
