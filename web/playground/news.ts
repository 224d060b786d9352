import { type Arrived, loadNews, type Person } from './api.ts';
import { element } from './element.ts';
import { type PaneKey, paneId } from './pane-list.ts';
import { texts } from './texts.ts';

/** What the bot has sent to whom since the clock was moved. */
export interface News {
  /** The number of messages in one chat. */
  in: (place: PaneKey) => number;
  /** The number of messages in a person's own chats. */
  of: (person: Person) => number;
  onChange: (listener: () => void) => void;
  /** Counts from this moment on (ISO 8601). */
  countSince: (moment: string) => Promise<void>;
}

const keptAs = 'news-since';

/** The bot goes on sending for a while after the clock has been moved. */
const lookAfter = [0, 2_000, 6_000];

export function createNews(): News {
  let arrived: readonly Arrived[] = [];
  let since = '';
  const listeners: Array<() => void> = [];

  const look = async (moment: string) => {
    const found = await loadNews(moment);
    if (since !== moment) return;
    arrived = found;
    for (const listener of listeners) listener();
  };
  const countSince: News['countSince'] = async (moment) => {
    since = moment;
    sessionStorage.setItem(keptAs, moment);
    for (const [index, ms] of lookAfter.entries()) {
      await new Promise((resolve) => setTimeout(resolve, ms - (lookAfter[index - 1] ?? 0)));
      if (since === moment) await look(moment);
    }
  };
  const sum = (found: readonly Arrived[]) => found.reduce((total, { count }) => total + count, 0);
  return {
    in: (place) => sum(arrived.filter((one) => paneId(one) === paneId(place))),
    of: (person) => sum(arrived.filter(({ email, room }) => email === person.email && room === null)),
    onChange: (listener) => {
      listeners.push(listener);
    },
    countSince,
  };
}

/** The moment from which the page counted before it was loaded again; null at first. */
export function keptMoment(): string | null {
  return sessionStorage.getItem(keptAs);
}

/** "3 nye", as an element of its own; nothing where nothing came. */
export function badge(count: number): HTMLElement[] {
  return count === 0 ? [] : [element('span', { class: 'badge', 'data-testid': 'badge' }, texts.newMessages(count))];
}
