/** Times as a Danish municipality's clock shows them, wherever the browser is. */
const timeZone = 'Europe/Copenhagen';

const timeParts = { hour: 'numeric', minute: '2-digit', timeZone } as const;
const times = {
  da: new Intl.DateTimeFormat('da-DK', timeParts),
  en: new Intl.DateTimeFormat('en-GB', timeParts),
};
const dayParts = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
const days = {
  da: new Intl.DateTimeFormat('da-DK', dayParts),
  en: new Intl.DateTimeFormat('en-GB', dayParts),
};

const date = new Intl.DateTimeFormat('da-DK', { ...dayParts, year: 'numeric' });

/** "tirsdag 24. november 2026 kl. 9.02" */
export function momentLabel(iso: string): string {
  return `${date.format(new Date(iso)).replace(' den ', ' ')} kl. ${timeLabel(iso)}`;
}

/** "9.02", "09:02" */
export function timeLabel(iso: string, language: 'da' | 'en' = 'da'): string {
  return times[language].format(new Date(iso));
}

/** "tirsdag 24. november", "Tuesday 24 November" */
export function dayLabel(iso: string, language: 'da' | 'en' = 'da'): string {
  return days[language].format(new Date(iso));
}
