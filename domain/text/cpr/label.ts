/** A label, its filler words and the numbers before this one in a list take at most this many UTF-16 units. */
const reach = 96;

const numberWord = '(?:nr|num|nummer|numre|nummeret|numrene|number|numbers|no|id)(?!\\p{L})';
const inflection = '(?:en|et|er|n|r|s|ens|ets|erne|rne)?';
const joint = '[-.\\p{Zs}]{0,2}';

/** These words alone make the number after them another number: "ordre 4500198765". They may end a longer word. */
const numbering = [
  ...['ordre', 'faktura', 'invoice', 'rekvisition', 'bestilling', 'kreditnota', 'kvittering', 'transaktion', 'konto'],
  ...['account', 'kontostreng', 'omkostningssted', 'profitcenter', 'stregkode', 'barcode', 'produktionsenhed'],
  ...['projekt', 'project', 'kontrakt', 'contract', 'abonnement', 'henvendelse', 'måler', 'klippekort', 'rejsekort'],
  ...['nøglebrik', 'adgangskort', 'nøglekort', 'adgangsbrik'],
].join('|');
/** As those, but only as words of their own, because "bruge" and "svare" end in the same letters. */
const alone = [
  ...['order', 'rekv', 'bilag', 'iban', 'budget', 'beløb', 'saldo', 'ean', 'gln', 'cvr', 'kle', 'bfe', 'bbr', 'psp'],
  ...[
    'psp-element',
    'p-enhed',
    'sag',
    'case',
    'journal',
    'jnr',
    'udbud',
    'aftale',
    'ticket',
    'incident',
    'reference',
    'ref',
  ],
  ...[
    'skema',
    'version',
    'police',
    'licens',
    'license',
    'vare',
    'artikel',
    'pakke',
    'trace',
    'sporing',
    's/n',
    'uge',
    'pin',
  ],
].join('|');
const phone = 'tlf|telefon|mobil|phone|mobile|fax';
/** These need a word for number beside them: "nøgle nr. 1203981234". */
const numbered = [
  ...['kunde', 'case', 'dokument', 'document', 'dok', 'serie', 'serial', 'løbe', 'debitor', 'kreditor', 'leverandør'],
  ...[
    'supplier',
    'item',
    'customer',
    'employee',
    'nøgle',
    'afgift',
    'kort',
    'bygning',
    'institution',
    'enhed',
    'bruger',
  ],
  ...['medarbejder', 'medarb', 'ansættelse', 'tjeneste', 'lån', 'løn', 'payroll', 'staff', 'model', 'maskin'],
].join('|');
/** Any other word that is made of a thing and "nummer" names the number of that thing, but for those of people. */
const ofPeople =
  'cpr|c\\.?p\\.?r|person|pers|fødsels|borger|barne?|børne|barnets|elev|patient|pt|id|identifikations|identitets|sygesikrings|sundhedskort|erstatnings|administrative?';
const compound = `(?<![\\p{L}])(?!(?:${ofPeople})s?[-.]?(?:nr|nummer|numre|number|id))\\p{L}{1,28}[-.]?(?:(?:nr|nummer|numre|nummeret|numrene|number)|(?<=-)id)(?!\\p{L})`;
const regNumber = '(?:\\d{4}[\\p{Zs}-]{1,3})?';
/** A code that the number is part of, a currency or the number sign. */
const prefix = '(?:\\p{L}{1,3}-?)?';
const verb = '(?:(?:er|har|is|was|has|med|hedder|lyder(?:\\spå)?|står(?:\\spå)?|nr|nummer)(?!\\p{L})[.:\\s]*){0,3}';
const place = '(?:\\s(?:hos|fra|i|på|ved|at|with)\\s\\p{L}{1,20}(?:\\s\\p{L}{1,20})?(?=\\s?(?:\\(|:|er\\s|is\\s)))?';
const aside = '(?:,\\s(?:den|det|som|der|it)\\s)?';

const otherLabel =
  `(?:(?:${numbering}|(?<!\\p{L})(?:${alone}))${inflection}${joint}(?:${numberWord})?` +
  `|(?<!\\p{L})(?:${phone})${inflection}${joint}(?:${numberWord})?` +
  `|(?:${numbered})${inflection}${joint}${numberWord}` +
  `|(?<!\\p{L})p${joint}(?:${numberWord})?` +
  `|${compound})`;

const otherNumber = new RegExp(
  `(?:${otherLabel}(?!\\p{L})${place}${aside}[^\\p{L}\\d]{0,6}${verb}[^\\p{L}\\d]{0,4}(?<!\\p{L})${prefix}${regNumber}` +
    `|(?<!\\p{L})(?:dkk|eur|kr|usd)\\.?\\p{Zs}?)$`,
  'iu',
);
/** Numbers of the same list, before this one: "sagsnumrene 1204240117, 1304240118 og 1404240119". */
const listed =
  /(?:(?<!\d)\d{9,12}(?!\d)[\p{Zs}\s,;/&•*–-]{1,6}(?:(?:og|and|samt|til|to|eller|or)(?!\p{L})\s{1,2})?(?:\d{1,2}[.)]\s)?){1,5}$/u;
const otherAfter = new RegExp(
  `^[^\\p{L}\\d]{0,3}(?:(?:er|is|var|som|det|et|en|vores|mit|min|deres|the|our|my|a|an)\\s){0,4}` +
    `(?:(?:${numbering}|${alone}|${numbered}|${phone})s?${joint}${numberWord}|${compound})(?![^\\p{L}]{0,6}\\d)`,
  'iu',
);

const cprWord =
  '(?:(?<!\\p{L})c\\.?p\\.?r|person(?:s|al)?[-\\p{Zs}]?(?:nr|nummer|numre|nummeret|numrene|number|id|identification)|' +
  'pers\\.?[-\\p{Zs}]?nr|civil registration|social security|ssn|fødselsn(?:r|ummer|ummeret))';
const cpr = new RegExp(
  `${cprWord}(?:en|et|erne|s|'et|['’]s)?${joint}(?:${numberWord})?` +
    `(?:\\s(?:på|for|til|hos|of)\\s(?:\\p{L}{1,20}\\s){1,4}(?=er\\s|is\\s|:))?` +
    '[^\\p{L}\\d]{0,8}(?:(?:er|is|med|var|på)(?!\\p{L})[^\\p{L}\\d]{0,4})?$',
  'iu',
);
const cprAfter = new RegExp(`^[^\\p{L}\\d]{0,3}(?:er|is)\\s(?:\\p{L}{1,12}\\s){0,2}${cprWord}`, 'iu');

/** Tells whether a label before or after a number says that it is a CPR number. */
export function isCalledCpr(text: string, start: number, end: number): boolean {
  return cpr.test(text.slice(Math.max(0, start - 48), start)) || cprAfter.test(text.slice(end, end + reach));
}

/**
 * Tells whether a label before or after a number names some other number: an order, an account with or without its
 * four-digit reg. number, a P-number … A label does not count when other words separate it from the number: "fakturaen
 * for 120398-1234" is about a person.
 */
export function isCalledOther(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  if (otherNumber.test(before.slice(-64))) return true;
  const others = before.replace(listed, '');
  if (others !== before && otherNumber.test(others.slice(-64))) return true;
  return otherAfter.test(text.slice(end, end + reach));
}
