import { DateTime } from 'luxon';
import type { Claimed } from '../domain/delivery.ts';
import { localDate, startOfDate, zone } from '../domain/local-time.ts';
import { nudges } from '../domain/message.ts';
import type { Person } from '../domain/organisation.ts';
import { officeHours } from '../domain/tell.ts';
import type { Platform } from '../domain/vocabulary.ts';
import { platforms } from '../domain/vocabulary.ts';
import { nextWorkingMoment } from '../domain/working-days.ts';
import { DeliveryProblem, type Job, type JobContext } from './job.ts';
import { renderMessage } from './messages.ts';

/** Chats served at the same time: enough to hide the platform's latency, few enough to stay below its rates. */
const lanes = 4;

/** So many tries take 22 hours with the waits below; then a message is put where an administrator sees it. */
const mostAttempts = 32;

export const deliverOutbox: Job = {
  name: 'deliver-outbox',
  everySeconds: 1,
  async run(context) {
    const lane = async () => {
      for (let row = await context.queue.claim(); row; row = await context.queue.claim()) await deliver(context, row);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  },
};

async function deliver(context: JobContext, row: Claimed): Promise<void> {
  const { world, queue, log } = context;
  const reader = await world.people.byId(row.to);
  if (!reader?.active) return queue.settled(row);
  const now = world.now();
  const isNudge = nudges.includes(row.message.kind);
  if (isNudge && (await queue.nudgedSince(reader.id, startOfDate(localDate(now))))) {
    const tomorrow = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).startOf('day').toJSDate();
    return queue.defer(row, nextWorkingMoment(tomorrow, officeHours));
  }
  const language = reader.language ?? world.organisation.language;
  const card = await renderMessage(world, reader, row.message, language);
  if (!card) return queue.settled(row);
  const chat = await chatOf(context, reader);
  if (!chat) return queue.park(row, 'no-chat');
  try {
    await chat.channel.post(chat.place, card, language);
    await queue.sent(row);
    log.info({ message: row.message.kind, to: row.to, outbox: row.id, platform: chat.platform }, 'delivered');
  } catch (error) {
    await handleProblem(context, row, error);
  }
}

async function handleProblem({ queue, log, world }: JobContext, row: Claimed, error: unknown): Promise<void> {
  const problem = error instanceof DeliveryProblem ? error : null;
  const fields = { message: row.message.kind, to: row.to, outbox: row.id, attempts: row.attempts + 1 };
  const final = problem?.kind === 'unreachable' || problem?.kind === 'refused' || row.attempts + 1 >= mostAttempts;
  if (final) {
    log.error({ ...fields, err: error }, 'parked');
    return queue.park(row, problem?.kind ?? 'failed');
  }
  const seconds = problem?.retryAfterSeconds ?? Math.min(5 * 2 ** row.attempts, 3600);
  log.warn({ ...fields, err: error, seconds }, 'put off');
  return queue.postpone(row, new Date(world.now().getTime() + seconds * 1000), problem?.kind ?? 'failed');
}

/** Where the person last wrote, else any chat that is known, else one that a platform can find by e-mail. */
async function chatOf({ channels, settle }: JobContext, reader: Person) {
  const order = [...platforms].sort((a, b) => Number(b === reader.chat) - Number(a === reader.chat));
  for (const platform of order) {
    const [channel, place] = [channels[platform], reader.places[platform]];
    if (channel && place) return { platform, channel, place };
  }
  for (const platform of order) {
    const channel = channels[platform];
    const place = await channel?.find(reader.email);
    if (!channel || !place) continue;
    await settle(reader, platform, place);
    return { platform, channel, place } satisfies { platform: Platform; channel: unknown; place: unknown };
  }
  return null;
}
