import { LRUCache } from 'lru-cache';
import { DeliveryProblem } from '../jobs/job.ts';
import { NoTurn, type Pace, type Rate } from '../models/delivery/rates.ts';

/** Waits before a call until the platform's limits of all instances together allow it. */
export interface SendRates {
  /** @param rank the place of the message in the queue. Throws `DeliveryProblem` when it is to be tried again later */
  wait(limit: Rate, rank: number): Promise<void>;
  /** Waits for a moment at most, before a call that replies to somebody's action. */
  reply(limit: Rate): Promise<void>;
}

/** At most `calls` in any `seconds`. */
export interface Limit {
  calls: number;
  seconds: number;
}

/**
 * Gives the rate of at most `calls` in any second over all instances. Instants are 4.5 % further apart than the limit asks
 * for: 30 of them take 1045 ms, so that one which is used late by up to 45 ms still is not the 31st of a second.
 */
export const perSecond = (name: string, calls: number): Rate => ({ name, intervalMs: 1045 / calls, block: 4 });

/** Gives the rate of at most `calls` in any minute over all instances. */
export const perMinute = (name: string, calls: number): Rate => ({ name, intervalMs: 60_000 / (calls - 1), block: 1 });

/** Holds calls to what platforms allow tenants, workspaces and methods. */
export function sendRates(pace: Pace): SendRates {
  return {
    async wait(limit, rank) {
      try {
        await pace.turn(limit, rank);
      } catch (error) {
        if (error instanceof NoTurn) throw new DeliveryProblem('later', 'the limit of the platform', error.seconds);
        throw error;
      }
    },
    reply: (limit) => pace.reply(limit),
  };
}

/** More instances than one municipality needs may go beyond a limit of half a minute or more by a few messages. */
const instances = 3;

/** Three instances that each send so much before they spread their messages use a quarter of a limit. */
const freeShare = 1 / 12;

const mostConversations = 5000;

/**
 * Gives for how many milliseconds a conversation is left alone after a message of this instance in it, so that it keeps to
 * its limits. Since all instances leave it alone, no count has to be shared: a limit is spread evenly over its time, once
 * this instance has used up a small share of it.
 */
export function restsOf(
  limits: readonly Limit[],
  elapsed: () => number = () => performance.now(),
): (conversation: string) => number {
  const sent = new LRUCache<string, number[]>({ max: mostConversations });
  const kept = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
  return (conversation) => {
    const now = elapsed();
    const times = [...(sent.get(conversation) ?? []).filter((at) => now - at < kept), now];
    sent.set(conversation, times);
    const rests = limits.map(({ calls, seconds }) => {
      const free = Math.floor(calls * freeShare);
      const used = times.filter((at) => now - at < seconds * 1000).length;
      return used > free ? (seconds * 1000) / (calls - instances * free) : 0;
    });
    return Math.ceil(Math.max(...rests));
  };
}
