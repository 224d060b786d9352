import { DateTime } from 'luxon';
import type { Card } from '../../cards/card.ts';
import { isBackgroundTask, isForRoom, nudges } from '../../domain/delivery/message.ts';
import { notify, officeHours } from '../../domain/delivery/notify.ts';
import type { Claimed } from '../../domain/delivery/queue.ts';
import { hasRole, type Person } from '../../domain/people/organisation.ts';
import { handlersOf } from '../../domain/requests/visibility.ts';
import { localDate, startOfDate, zone } from '../../domain/time/local-time.ts';
import { nextWorkingMoment } from '../../domain/time/working-days.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { platforms } from '../../domain/vocabulary.ts';
import { tellRoom } from '../channels/rooms.ts';
import { DeliveryProblem, type Job, type JobContext } from '../job.ts';
import { giveUp, run } from './background-tasks.ts';
import { renderMessage } from './messages.ts';

/** Chats served at the same time: enough to hide the platform's latency, few enough to stay below its rates. */
const lanes = 4;

/** So many tries take 22 hours with the waits below; then a message is put where an administrator sees it. */
const mostAttempts = 32;

/** Problems of one chat that another chat of the same person may not have. */
const closes: ReadonlyArray<DeliveryProblem['kind']> = ['unreachable', 'uninstalled'];

export const deliverOutbox: Job = {
  name: 'deliver-outbox',
  everySeconds: 1,
  async run(context) {
    // One lane asks at a time: four at once would all reach for the oldest row, and three look on in vain.
    const ask = () => context.queue.claim();
    let asked: Promise<Claimed | null> = Promise.resolve(null);
    const claim = () => {
      asked = asked.then(ask, ask);
      return asked;
    };
    const lane = async () => {
      for (let row = await claim(); row; row = await claim()) await deliver(context, row);
    };
    // A lane that fails ends alone; the round ends when the last one has.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  },
};

async function deliver(context: JobContext, row: Claimed): Promise<void> {
  try {
    await send(context, row);
  } catch (error) {
    await handleProblem(context, row, error);
  }
}

async function send(context: JobContext, row: Claimed): Promise<void> {
  const { world, queue, log } = context;
  const { message } = row;
  if (isBackgroundTask(message)) {
    await run(context, message);
    return queue.done(row);
  }
  if (isForRoom(message)) {
    const room = await world.rooms.byId(row.to);
    const told = room !== null && (await tellRoom(context, room, message));
    return told ? queue.sent(row) : queue.settled(row);
  }
  const reader = await world.people.byId(row.to);
  if (!reader?.active) {
    await passOn(context, row);
    return queue.settled(row);
  }
  const later = await notYet(context, row);
  if (later) return queue.defer(row, later);
  const language = reader.language ?? world.organisation.language;
  const card = await renderMessage(world, reader, message, language);
  if (!card) return queue.settled(row);
  const posted = await post(context, reader, card, language, nudges.includes(message.kind));
  if (!posted) {
    await passOn(context, row);
    return queue.park(row, 'no-chat');
  }
  const { about } = card;
  if (about !== undefined) await world.postings.put({ ...posted, about, kind: 'card', to: reader.id });
  await queue.sent(row);
  log.info({ message: message.kind, to: row.to, outbox: row.id, platform: posted.platform }, 'delivered');
}

/**
 * Posts in the first of the person's chats that is open: who has removed the bot on one platform may have it on the other.
 * A nudge does not follow them there. Null when there is no chat; throws the first chat's problem when none is open.
 */
async function post(context: JobContext, reader: Person, card: Card, language: Language, isNudge: boolean) {
  let closed: DeliveryProblem | null = null;
  for await (const { platform, channel, place } of chatsOf(context, reader, () => closed)) {
    try {
      return { ...(await channel.post(place, card, language)), platform };
    } catch (error) {
      if (isNudge || !(error instanceof DeliveryProblem) || !closes.includes(error.kind)) throw error;
      closed ??= error;
    }
  }
  if (closed) throw closed;
  return null;
}

/** When people may be disturbed by it, if not now: in office hours, and by one nudge a day. */
async function notYet({ world, queue }: JobContext, row: Claimed): Promise<Date | null> {
  const now = world.now();
  const atWork = nextWorkingMoment(now, officeHours);
  if (atWork > now) return atWork;
  const isNudge = nudges.includes(row.message.kind);
  if (!isNudge || !(await queue.nudgedSince(row.to, startOfDate(localDate(now))))) return null;
  const tomorrow = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).startOf('day').toJSDate();
  return nextWorkingMoment(tomorrow, officeHours);
}

/**
 * A request always has a living owner: what cannot reach one goes to those who handle it now, or the administrators. So
 * do the leader's messages; what is for the leader is for nobody else.
 */
async function passOn({ world }: JobContext, { to, message }: Claimed): Promise<void> {
  if (message.kind !== 'request-arrived' && message.kind !== 'comment-given') return;
  const request = await world.requests.byId(message.requestId);
  const author = message.kind === 'comment-given' ? request?.leaderId : null;
  if (!request || to === author) return;
  const handlers = (await handlersOf(world, request.unit)).filter(({ id }) => id !== to);
  const admins = (await world.people.all()).filter((person) => hasRole(person, 'admin') && person.id !== to);
  for (const person of handlers.length > 0 ? handlers : admins) {
    if (person.id !== author && !(await world.outbox.has(person.id, message))) await notify(world, [person], message);
  }
}

async function handleProblem(context: JobContext, row: Claimed, error: unknown): Promise<void> {
  const { queue, log, world } = context;
  const problem = error instanceof DeliveryProblem ? error : null;
  const fields = { message: row.message.kind, to: row.to, outbox: row.id, attempts: row.attempts + 1 };
  const final = (problem !== null && problem.kind !== 'later') || row.attempts + 1 >= mostAttempts;
  if (final) {
    log.error({ ...fields, err: error }, 'parked');
    if (isBackgroundTask(row.message)) await giveUp(context, row.message);
    else await passOn(context, row);
    if (isForRoom(row.message) && problem?.kind === 'unreachable') await leaveRoom(context, row.to);
    // A Home tab is filled when it is opened and by the next change: a row for each change helps no administrator.
    if (row.message.kind === 'home') return queue.done(row);
    return queue.park(row, problem?.kind ?? 'failed');
  }
  const seconds = problem?.retryAfterSeconds ?? Math.min(5 * 2 ** row.attempts, 3600);
  log.warn({ ...fields, err: error, seconds }, 'put off');
  return queue.postpone(row, new Date(world.now().getTime() + seconds * 1000), problem?.kind ?? 'failed');
}

/** A channel that was archived, or that the bot was put out of unheard: one parked row says so, not one a change. */
async function leaveRoom({ world }: JobContext, roomId: string): Promise<void> {
  const room = await world.rooms.byId(roomId);
  if (room) await world.rooms.leave(room.platform, room.conversation);
}

/**
 * Where the person last wrote, then any other chat that is known, then any that a platform can find.
 * @param closed the problem of a chat that is known; one that cannot be looked for now says less than that
 */
async function* chatsOf({ channels, rememberChat }: JobContext, reader: Person, closed: () => DeliveryProblem | null) {
  const order = [...platforms].sort((a, b) => Number(b === reader.chat) - Number(a === reader.chat));
  for (const platform of order) {
    const [channel, place] = [channels[platform], reader.places[platform]];
    if (channel && place) yield { platform, channel, place };
  }
  for (const platform of order) {
    const channel = channels[platform];
    if (!channel || reader.places[platform]) continue;
    const place = await channel.find(reader).catch((error: unknown) => {
      throw error instanceof DeliveryProblem ? (closed() ?? error) : error;
    });
    if (!place) continue;
    await rememberChat(reader, platform, place);
    yield { platform, channel, place };
  }
}
