import { DateTime } from 'luxon';
import { zone } from '../time/local-time.ts';
import { nextWorkingMoment } from '../time/working-days.ts';

/** The hours in which people may be disturbed: municipal office hours, in Danish time. */
export const officeHours = { from: '08:00', to: '16:00' } as const;

interface ClassRules {
  /** The place in the queue: a lower number goes first. */
  rank: number;
  /** The hours in which it may be sent. */
  hours: 'any' | 'office';
  /** Whether a person gets at most one message a day out of all classes that are marked here. */
  oneADay: boolean;
  /** Whether to try the other platform when a person has closed the chat on this one. */
  followsToOtherPlatform: boolean;
}

const oneByOne = { rank: 1, hours: 'office', oneADay: false, followsToOtherPlatform: true } as const;
const bundled = { hours: 'office', oneADay: true, followsToOtherPlatform: false } as const;

/** The place in the queue of background tasks and silent changes, which nobody waits for. */
export const lastRank = 5;

/** The one list of all that comes to people and channels unasked, with when and how often each class may reach them. */
export const classes = {
  /** A reply to the person's own action. */
  reply: { rank: 0, hours: 'any', oneADay: false, followsToOtherPlatform: true },
  /** News that the person waits for. */
  answer: oneByOne,
  /** A matter that needs the person's word or action before it can go on. */
  question: oneByOne,
  /** A matter that moves to another person or unit. */
  handover: oneByOne,
  /** Work for the person. */
  request: { ...oneByOne, rank: 2 },
  /** An event, for a person who neither asked for it nor owes anything. */
  news: { rank: 3, ...bundled },
  /** An invitation to do something. */
  nudge: { rank: 4, ...bundled },
  /** A card that changes in place. */
  update: { rank: lastRank, hours: 'any', oneADay: false, followsToOtherPlatform: true },
} as const satisfies Record<string, ClassRules>;

export type DeliveryClass = keyof typeof classes;

/** The classes of which a person gets at most one message a day. */
export type OneADay = {
  [Name in DeliveryClass]: (typeof classes)[Name]['oneADay'] extends true ? Name : never;
}[DeliveryClass];

/** Gives the first instant, from `instant` on, at which a message of this class may be sent. */
export function allowedFrom(name: DeliveryClass, instant: Date): Date {
  return classes[name].hours === 'any' ? instant : nextWorkingMoment(instant, officeHours);
}

/**
 * Gives the instant until which a message of this class has to wait that is due `now`; null when it may be sent.
 * @param hadOneToday whether the person has had a message of a once-a-day class today
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
