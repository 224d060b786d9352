/** Times as a Danish municipality's clock shows them, wherever the browser is. */
const timeZone = 'Europe/Copenhagen';

const time = new Intl.DateTimeFormat('da-DK', { hour: 'numeric', minute: '2-digit', timeZone });
const day = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone });

/** "9.02" */
export function timeLabel(iso: string): string {
  return time.format(new Date(iso));
}

/** "tirsdag 24. november" */
export function dayLabel(iso: string): string {
  return day.format(new Date(iso));
}
