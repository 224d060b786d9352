import { isBirthDate } from './birth-date.ts';
import { labelBefore } from './label-before.ts';

/** People put nothing, blanks, or one sign with or without blanks between the parts of a number. */
const gap = '[\\p{Zs}\\t]{0,2}[-./_·\\u00AD\\u2010-\\u2015\\u2212]?[\\p{Zs}\\t]{0,2}';

/**
 * Matches day, month, year (two digits, or four with the century) and serial number wherever a run of digits starts. A
 * lookahead tries every start, also inside a candidate that turns out to be something else; all repeats are bounded, so
 * the time grows linearly with the text.
 */
const candidates = new RegExp(
  `(?<!\\d)(?=(\\d{2})(${gap})(\\d{2})(${gap})((?:18|19|20)\\d{2}|\\d{2})(${gap})(\\d{4})(?!\\d))`,
  'gu',
);

interface Candidate {
  text: string;
  start: number;
  end: number;
  day: number;
  month: number;
  year: string;
  serial: string;
  /** The signs between day and month, month and year, year and serial number. */
  gaps: readonly [string, string, string];
}

/**
 * Finds the CPR numbers of a text. Gives [start, end) in UTF-16 units, in order and without overlap.
 *
 * A CPR number is DDMMYY-SSSS: a date of birth and a serial number whose first digit tells the century (CPR-kontoret,
 * "Personnummeret i CPR"). We do not check modulus 11, because numbers have been issued without it since 2007. So the
 * number itself proves only its date, and the words and signs around it decide the rest: a label names an order number
 * or a bank account, and a time of day follows a date. In doubt we take it for a CPR number: a missed one would be
 * stored, and a false one only makes the writer look again.
 */
export function findCprNumbers(text: string): Array<[start: number, end: number]> {
  const found: Array<[number, number]> = [];
  let end = 0;
  for (const match of text.matchAll(candidates)) {
    const candidate = read(text, match);
    if (candidate.start < end || !isCprNumber(candidate)) continue;
    end = candidate.end;
    found.push([candidate.start, candidate.end]);
  }
  return found;
}

function read(text: string, match: RegExpExecArray): Candidate {
  const [, day = '', dayGap = '', month = '', monthGap = '', year = '', yearGap = '', serial = ''] = match;
  const length = [day, dayGap, month, monthGap, year, yearGap, serial].join('').length;
  return {
    text,
    start: match.index,
    end: match.index + length,
    day: Number(day),
    month: Number(month),
    year,
    serial,
    gaps: [dayGap, monthGap, yearGap],
  };
}

function isCprNumber(candidate: Candidate): boolean {
  const label = labelBefore(candidate.text, candidate.start);
  if (label === 'other-number') return false;
  const isSaidToBe = label === 'cpr';
  if (!isBirthDate(candidate, isSaidToBe)) return false;
  return isSaidToBe || !(isPartOfLongerNumber(candidate) || isAmount(candidate) || isDateWithTime(candidate));
}

/** A longer number has more in front: a case number `26/0101901234`, a country code `+4501…`, an identifier `A0101…`. */
function isPartOfLongerNumber({ text, start, gaps }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  if (/\+(?:\d{1,3}\p{Zs}?)?$/u.test(before)) return true;
  const [dayGap, monthGap, yearGap] = gaps;
  const dateIsSplit = dayGap !== '' || monthGap !== '';
  if (dateIsSplit) return /\d[-./\p{Zs}]$/u.test(before);
  if (yearGap === '') return /(?:\p{L}|\d[-./])$/u.test(before);
  return /(?<!\d)20\d\d-$/.test(before);
}

/** `1203981234 kr.` or `1203981234,50`. */
function isAmount({ text, end, gaps }: Candidate): boolean {
  const after = text.slice(end, end + 6);
  return gaps.join('') === '' && /^(?:,\d{1,2}(?!\d)|,-|\p{Zs}?(?:kr|dkk|eur)(?!\p{L}))/iu.test(after);
}

/** `12.05.26 1430` or `den 120526 1430`: a date by its name or its signs, then blanks, then a time of day. */
function isDateWithTime({ text, start, gaps, serial }: Candidate): boolean {
  const [dayGap, monthGap, yearGap] = gaps;
  const isWrittenAsDate = dayGap.trim() !== '' && monthGap.trim() !== '';
  const isCalledDate = /(?<!\p{L})(?:d\.|(?<!født\p{Zs})den|dato|on|\p{L}{3,4}dag)[\p{Zs}:]{1,2}$/iu.test(
    text.slice(Math.max(0, start - 12), start),
  );
  return (
    (isWrittenAsDate || isCalledDate) &&
    yearGap !== '' &&
    yearGap.trim() === '' &&
    /^(?:[01]\d|2[0-3])[0-5]\d$/.test(serial)
  );
}
