const values = new Map<string, number>(
  Object.entries({
    en: 1,
    et: 1,
    én: 1,
    ét: 1,
    one: 1,
    a: 1,
    an: 1,
    to: 2,
    two: 2,
    tre: 3,
    three: 3,
    fire: 4,
    four: 4,
    fem: 5,
    five: 5,
    seks: 6,
    six: 6,
    syv: 7,
    seven: 7,
    otte: 8,
    eight: 8,
    ni: 9,
    nine: 9,
    ti: 10,
    ten: 10,
    tolv: 12,
    twelve: 12,
    femten: 15,
    fifteen: 15,
    tyve: 20,
    twenty: 20,
    tredive: 30,
    thirty: 30,
    fyrre: 40,
    forty: 40,
    femogfyrre: 45,
    halvtreds: 50,
    fifty: 50,
    tres: 60,
    sixty: 60,
    halvanden: 1.5,
    halvandet: 1.5,
  }),
);

const digits = '\\d{1,3}(?:[.,]\\d)?';

/** A number in digits ("2,5", "4-6", "1 ½", "½") or in Danish or English words, to be read by `numberOf`. */
export const numberPattern = `(?:(?<![\\p{L}\\p{N},.])(?:${digits}\\s?[-–]\\s?${digits}|\\d{1,3}\\s?½|½|${digits}|(?:${[
  ...values.keys(),
].join('|')})(?!\\p{L})))`;

/** The value of what `numberPattern` matched; of a span ("4-6") its middle. */
export function numberOf(written: string): number {
  const known = values.get(written);
  if (known !== undefined) return known;
  const parts = written.split(/\s?[-–]\s?/).map((part) => {
    const half = part.endsWith('½') ? 0.5 : 0;
    return Number(part.replace('½', '').trim().replace(',', '.') || 0) + half;
  });
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
