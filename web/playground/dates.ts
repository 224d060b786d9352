/** Times as a Danish municipality's clock shows them, wherever the browser is. */
const timeZone = 'Europe/Copenhagen';

const time = new Intl.DateTimeFormat('da-DK', { hour: 'numeric', minute: '2-digit', timeZone });
const dayParts = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
const day = new Intl.DateTimeFormat('da-DK', dayParts);

const date = new Intl.DateTimeFormat('da-DK', { ...dayParts, year: 'numeric' });

/** "tirsdag 24. november 2026 kl. 9.02" */
export function momentLabel(iso: string): string {
  return `${date.format(new Date(iso)).replace(' den ', ' ')} kl. ${timeLabel(iso)}`;
}

/** "9.02" */
export function timeLabel(iso: string): string {
  return time.format(new Date(iso));
}

/** "tirsdag 24. november" */
export function dayLabel(iso: string): string {
  return day.format(new Date(iso));
}
