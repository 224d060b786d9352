import { DateTime } from 'luxon';
import { zone } from '../time/local-time.ts';
import { nextWorkingMoment } from '../time/working-days.ts';

/** When people may be disturbed: municipal office hours, in Danish time. */
export const officeHours = { from: '08:00', to: '16:00' } as const;

interface ClassRules {
  /** When it may be sent. */
  hours: 'any' | 'office';
  /** Whether it makes a sound. What makes none may follow a change at night. */
  disturbs: boolean;
  /** Whether a person gets at most one message a day of all the classes that say so here. */
  oneADay: boolean;
  /** Whether it is worth trying on the other platform when a person has closed the chat on this one. */
  followsToOtherPlatform: boolean;
  /** Where several wait for one person, the lowest comes first. The queue itself still goes by time of arrival. */
  order: number;
}

const oneByOne = { hours: 'office', disturbs: true, oneADay: false, followsToOtherPlatform: true } as const;
const bundled = { hours: 'office', disturbs: true, oneADay: true, followsToOtherPlatform: false } as const;

/** The one list of what comes to people and channels without being asked for, and how much it may disturb them. */
export const classes = {
  /** To what the person just did. */
  reply: { hours: 'any', disturbs: true, oneADay: false, followsToOtherPlatform: true, order: 0 },
  /** What somebody waits for. */
  answer: { ...oneByOne, order: 1 },
  /** What somebody has to say or do something about so that a matter goes on. */
  question: { ...oneByOne, order: 2 },
  /** A matter that changes hands. */
  handover: { ...oneByOne, order: 3 },
  /** Work that is asked of somebody. */
  request: { ...oneByOne, order: 4 },
  /** What happened, for somebody who neither asked nor owes anything. */
  news: { ...bundled, order: 5 },
  /** What invites somebody to do something. */
  nudge: { ...bundled, order: 6 },
  /** A card changes where it stands. */
  update: { hours: 'any', disturbs: false, oneADay: false, followsToOtherPlatform: true, order: 7 },
} as const satisfies Record<string, ClassRules>;

export type DeliveryClass = keyof typeof classes;

/** The classes of which a person gets one message a day at most. */
export type OneADay = {
  [Name in DeliveryClass]: (typeof classes)[Name]['oneADay'] extends true ? Name : never;
}[DeliveryClass];

/** The first instant from `instant` on at which something of this class may be sent. */
export function allowedFrom(name: DeliveryClass, instant: Date): Date {
  return classes[name].hours === 'any' ? instant : nextWorkingMoment(instant, officeHours);
}

/**
 * Until when something of this class has to wait that is due `now`; null when it may be sent.
 * @param hadOneToday whether the person has had something today of a class that comes once a day
 */
export async function heldUntil(
  name: DeliveryClass,
  now: Date,
  hadOneToday: () => Promise<boolean>,
): Promise<Date | null> {
  const allowed = allowedFrom(name, now);
  if (allowed > now) return allowed;
  if (!classes[name].oneADay || !(await hadOneToday())) return null;
  const tomorrow = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).startOf('day').toJSDate();
  return allowedFrom(name, tomorrow);
}
