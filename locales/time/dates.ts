import type { Language } from '../../domain/vocabulary.ts';

const locale = { da: 'da-DK', en: 'en-GB' } as const;
const zone = 'Europe/Copenhagen';

/** The formatters are made once, since making one takes a hundred times as long as using it. */
const formatsOf = (language: Language) => ({
  date: new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }),
  instant: new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: zone }),
  moment: new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeStyle: 'short', timeZone: zone }),
  number: new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }),
});
const formats = { da: formatsOf('da'), en: formatsOf('en') };

/** `2026-12-22` → "22. december 2026" / "22 December 2026". */
export function formatDate(isoDate: string, language: Language): string {
  return formats[language].date.format(new Date(isoDate));
}

/** The date in Denmark at an instant, in words. */
export function formatInstant(instant: Date, language: Language): string {
  return formats[language].instant.format(instant);
}

/** The date and time of day in Denmark at an instant. */
export function formatMoment(instant: Date, language: Language): string {
  return formats[language].moment.format(instant);
}

const units = {
  da: { minute: ['minut', 'minutter'], hour: ['time', 'timer'] },
  en: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'] },
} as const;

/** 45 → "45 minutter", 90 → "1,5 timer": whole and half hours from one hour on. */
export function formatDuration(minutes: number, language: Language): string {
  const isHours = minutes >= 60 && minutes % 30 === 0;
  const count = isHours ? minutes / 60 : minutes;
  const [one, many] = units[language][isHours ? 'hour' : 'minute'];
  return `${formatNumber(count, language)} ${count === 1 ? one : many}`;
}

/** 1234.5 → "1.234,5" / "1,234.5". */
export function formatNumber(value: number, language: Language): string {
  return formats[language].number.format(value);
}
