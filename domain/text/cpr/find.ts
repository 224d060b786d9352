import { isBirthDate } from './birth-date.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import { isCalledCpr, isCalledOther } from './label.ts';
import { plainDigits } from './plain-digits.ts';

/** A CPR number in a text, [start, end) in UTF-16 units. */
export interface CprNumber {
  start: number;
  end: number;
  /** The digits as they were written. */
  digits: string;
  /** A label says that it is one, or it has the form with a hyphen: nobody can say that it is another number. */
  isSure: boolean;
}

/**
 * Finds the CPR numbers of a text, in order and without overlap.
 *
 * A CPR number is DDMMYY-SSSS: a date of birth and a serial number whose first digit tells the century (CPR-kontoret,
 * "Personnummeret i CPR"). We do not check modulus 11, because numbers have been issued without it since 2007. So the
 * number itself proves only its date, and the words and signs around it decide the rest: a label names an order number
 * or a bank account, and a time of day follows a date. In doubt we take it for a CPR number: a missed one would be
 * stored, and a false one only makes the writer look again.
 */
export function cprNumbersIn(written: string): CprNumber[] {
  const plain = plainDigits(written);
  const { text } = plain;
  const found: CprNumber[] = [];
  let end = 0;
  for (const candidate of candidatesIn(text)) {
    if (candidate.start < end) continue;
    const certainty = certaintyOf(text, candidate, end);
    if (certainty === null) continue;
    end = candidate.end;
    found.push({
      start: plain.placeOf(candidate.start),
      end: plain.placeOf(end - 1) + widthAt(written, plain.placeOf(end - 1)),
      digits: text.slice(candidate.start, end).replace(/\D/g, ''),
      isSure: certainty === 'sure',
    });
  }
  return found;
}

/** Gives the places of the CPR numbers of a text: [start, end) in UTF-16 units. */
export function findCprNumbers(text: string): Array<[start: number, end: number]> {
  return cprNumbersIn(text).map(({ start, end }) => [start, end]);
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const dash = /^\p{Zs}{0,2}[-\u2010-\u2015\u2212]\p{Zs}{0,2}$/u;

function certaintyOf(text: string, candidate: Candidate, from: number): 'sure' | 'likely' | null {
  const { start, end, form, gaps } = candidate;
  if (!isBirthDate(candidate, true)) return null;
  const before = text.slice(Math.max(from, start - 12), start);
  if (isCalledCpr(text, start, end)) return 'sure';
  if (form === 'loose') return null;
  const [dayGap, monthGap, yearGap] = gaps;
  const isBirth = isBirthDate(candidate, false);
  const hasTheForm = form === 'digits' && dayGap + monthGap === '' && dash.test(yearGap);
  if (hasTheForm) {
    const isWhole = !/(?:(?<!\d)20\d\d|(?<!\p{L})\p{Lu}{1,3})-$/u.test(before);
    return isWhole && (isBirth || candidate.year.length === 2) ? 'sure' : null;
  }
  if (!isBirth) return null;
  const after = text.slice(end, end + 16);
  if (isPartOfLonger(candidate, before, after)) return null;
  if (isAmount(after) || isDateWithTime(text, candidate) || isDateWithYear(candidate)) return null;
  return isCalledOther(text, start, end) ? null : 'likely';
}

/** A longer number has more in front or behind: `26/0101901234`, `+4501…`, `A0101…`, `XG-0101901234-00001`. */
function isPartOfLonger(
  { gaps: [dayGap, monthGap, yearGap], form }: Candidate,
  before: string,
  after: string,
): boolean {
  if (/\+(?:\d{1,3}\p{Zs}?)?$/u.test(before)) return true;
  if (form === 'words') return false;
  if (dayGap + monthGap + yearGap === '') return /^-\d/.test(after) || codeBefore.test(before);
  if (dayGap.trim() + monthGap.trim() !== '') return /\d[-./]$/.test(before);
  const isAllBlank = yearGap.trim() === '';
  // Groups of two are read as a row of numbers or a telephone number when there are more of them.
  if (dayGap !== '' && isAllBlank) return /\d[-./\p{Zs}]$/u.test(before) || /^\p{Zs}\d/u.test(after);
  return isAllBlank && yearGap !== '' && /\d{3,}\p{Zs}$/u.test(before);
}

/** One letter, a short code with a hyphen, or a known sort of ticket: `f0101…`, `XG-0101…`, `INC0101…`. */
const codeBefore = /(?:(?<!\p{L})(?:\p{L}|INC|REQ|RITM|CHG|TASK|PRB|CS|SR)|(?<!\p{L})\p{Lu}{2,4}-|\d[-./])$/u;

const units =
  'kr|kroner|dkk|eur|euro|€|%|m2|m²|kvm|kwh|mwh|[kmg]b|bytes?|ms|stk|kg|km|liter|rækker|linjer|borgere|børn|elever|ansatte|' +
  'medarbejdere|gange|timer|minutter|dage|besøg|henvendelser|sager|rows|children|times|hours';
const amount = new RegExp(`^(?:,\\d{1,2}(?!\\d)|,-|\\p{Zs}?(?:${units})(?!\\p{L}))`, 'iu');

/** `1203981234 kr.` or `1203981234,50`. */
const isAmount = (after: string) => amount.test(after);

/** Dates with a time of day are of these years: a time beside an older date is the end of somebody's number. */
const timedYears = { from: 10, until: 36 } as const;

/** `12.05.26 1430` or `den 120526, 1430`: a date by its name or its signs, then a time of day. */
function isDateWithTime(text: string, { start, gaps, serial, year, form }: Candidate): boolean {
  const [dayGap, monthGap, yearGap] = gaps;
  const ofCentury = Number(year.slice(-2));
  if (year.length === 4 && Number(year) < 2000) return false;
  if (ofCentury < timedYears.from || ofCentury > timedYears.until) return false;
  const isWrittenAsDate = form === 'words' || (dayGap.trim() !== '' && monthGap.trim() !== '');
  const isCalledDate = /(?<!\p{L})(?:d\.|(?<!født\p{Zs})den|dato|on|\p{L}{3,4}dag)[\p{Zs}:]{1,2}$/iu.test(
    text.slice(Math.max(0, start - 12), start),
  );
  return (
    (isWrittenAsDate || isCalledDate) &&
    yearGap !== '' &&
    /^[\p{Zs}\t\n,:]+$/u.test(yearGap) &&
    /^(?:[01]\d|2[0-3])[0-5]\d$/.test(serial)
  );
}

/** `12.03.85, 2010`: a year after a date, unless words say that these are the last four digits. */
const isDateWithYear = ({ gaps: [, , yearGap], serial }: Candidate) =>
  /[,:;\n(]|\p{L}/u.test(yearGap) &&
  !/sidste|last|løbe|endelse|kontrol/iu.test(yearGap) &&
  /^(?:19|20)\d\d$/.test(serial);
