/** A label and its filler words take at most this many UTF-16 units before a number. */
const reach = 48;

const inflection = '(?:en|et|er|n|r|s|ens|ets)?';
const word = '(?:nr|nummer|numre|nummeret|number|no|id)(?!\\p{L})';
const hyphen = '[-.\\p{Zs}]?';
/** The signs and words that may stand between a label and its number: "Ordrenummeret er: #". */
const filler = '[\\p{Zs}\\t.:;#="\'-]*(?:(?:er|har|is|has|med|hedder)(?!\\p{L})[\\p{Zs}\\t]+)?(?:\\p{L}{1,3}-)?';

/** These words alone make the number after them another number: "ordre 4500198765". */
const numbering =
  'ordre|order|faktura|invoice|rekvisition|bestilling|konto|account|iban|ean|gln|cvr|kle|stregkode|barcode';
const phone = 'tlf|telefon|mobil|phone|mobile|fax';
/** These need a word for number beside them: "varenr. 1203981234", but not "varetager 120398-1234". */
const numbered =
  'vare|kunde|sags?|case|journal|dokument|document|aftale|kontrakt|contract|serie|serial|løbe|debitor|kreditor|' +
  'leverandør|supplier|måler|police|licens|bilags?|item|customer|ticket|produktions|produktionsenheds?';
const regNumber = '(?:\\d{4}[\\p{Zs}-]{1,3})?';

const otherNumber = new RegExp(
  `(?:(?:${numbering}|(?<!\\p{L})(?:${phone}))${inflection}${hyphen}(?:${word})?` +
    `|(?:${numbered})${inflection}(?:\\p{Zs}har)?${hyphen}${word}` +
    `|(?<!\\p{L})p${hyphen}${word})${filler}${regNumber}$`,
  'iu',
);

const cpr = new RegExp(`(?:cpr|person(?:nr|nummer)|civil registration|ssn)${hyphen}(?:${word})?${filler}$`, 'iu');

/**
 * Reads the label right before a number: it names a CPR number, some other number (an order, an account with or without
 * its four-digit reg. number, a P-number …), or nothing. A label does not count when other words separate it from the
 * number: "fakturaen for 120398-1234" is about a person.
 */
export function labelBefore(text: string, start: number): 'cpr' | 'other-number' | null {
  const before = text.slice(Math.max(0, start - reach), start);
  if (cpr.test(before)) return 'cpr';
  return otherNumber.test(before) ? 'other-number' : null;
}
