/** We expect no CPR number of anybody born after this year, although the structure allows years up to 2057. */
const lastBirthYear = 2036;

/** Administrative systems give a person without a CPR number a replacement one, whose day is 60 higher. */
const replacementOffset = 60;

interface DateParts {
  day: number;
  month: number;
  /** The year has two digits, or four when the writer gave the century. */
  year: string;
  serial: string;
}

/**
 * Tells whether the first part of a number is a date of birth that fits its serial number. When a label says that it is a
 * CPR number, the century may be wrong (a number with a typing error still gives a person away), but the date must exist.
 */
export function isBirthDate({ day, month, year, serial }: DateParts, isSaidToBeCpr: boolean): boolean {
  const born = birthYear(Number(year.slice(-2)), Number(serial[0]));
  const dayOfMonth = day > replacementOffset ? day - replacementOffset : day;
  if (!isDate(born, month, dayOfMonth)) return false;
  if (isSaidToBeCpr) return true;
  return born <= lastBirthYear && (year.length === 2 || Number(year) === born);
}

/**
 * The year of birth by the seventh digit (CPR-kontoret, "Personnummeret i CPR"): 0–3 is 1900–1999; 4 and 9 is 1937–1999
 * or 2000–2036; 5–8 is 1858–1899 or 2000–2057.
 */
function birthYear(yearOfCentury: number, seventhDigit: number): number {
  if (seventhDigit <= 3) return 1900 + yearOfCentury;
  if (seventhDigit === 4 || seventhDigit === 9)
    return yearOfCentury <= 36 ? 2000 + yearOfCentury : 1900 + yearOfCentury;
  return yearOfCentury <= 57 ? 2000 + yearOfCentury : 1800 + yearOfCentury;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
