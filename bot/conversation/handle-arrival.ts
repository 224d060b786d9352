import { randomUUID } from 'node:crypto';
import { roomCard } from '../../cards/channels/room.ts';
import { noticeCard } from '../../cards/notice.ts';
import type { Context } from '../../domain/context.ts';
import { enqueue } from '../../domain/delivery/background-task.ts';
import type { FileId } from '../../domain/ids.ts';
import { isAction, useCases } from '../../domain/index.ts';
import { fillHome } from '../../domain/overview/fill-home.ts';
import { welcome } from '../../domain/people/join/stranger-words.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { IncomingFile } from '../../domain/requests/record/attachment.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import { understand } from '../../handlers/conversation/understand.ts';
import {
  answerDeletion,
  answerEdit,
  answerWords,
  type Understood,
  type Writing,
} from '../../handlers/conversation/written-messages.ts';
import { type Asking, card, type Reply } from '../../handlers/handler.ts';
import { handlePressed } from '../../handlers/index.ts';
import { noteSeen } from '../../jobs/log-event.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { digestOf, stopwatch } from '../log.ts';
import type { Digest } from '../log-events.ts';
import type { Action, Arrival, Sender } from './arrival.ts';
import { type Edge, organisationOf } from './edge.ts';
import { asNotKnown, NotKnownYet } from './in-time.ts';
import { type Outgoing, outgoingTo, wordTo } from './outgoing.ts';
import { recognise } from './recognise.ts';
import { handleStranger } from './stranger.ts';

/** The arrivals that handlers answer: not the coming and going of the bot and of people. */
type Asked = Exclude<Arrival, { arrives: 'opening' | 'room-moved' | 'bot-added' | 'bot-removed' }>;

/** The log line of an arrival; the action and the actor as far as they are known by then. */
interface Line {
  action: string;
  actor?: string;
  arrival: Digest;
  platform: Platform;
}

/** An arrival at the organisation that it belongs to, and how long ago it came. */
interface Visit {
  edge: Edge;
  organisation: Organisation;
  sender: Sender;
  line: Line;
  ms(): number;
}

/**
 * The way in for all platforms: who is it, what do they want, what do they see. One line of log an action, without
 * texts or addresses. A defect is shown to the person as a reference number, and logged under it. Null when there is
 * nothing to say. Throws `UnknownTenant`, and `NotKnownYet` when the database does not say what became of it.
 */
export async function handleArrival(edge: Edge, sender: Sender, arrival: Arrival): Promise<Outgoing | null> {
  const ms = stopwatch();
  const { platform } = sender;
  const line: Line = { action: nameOf(arrival), arrival: digestOf(arrival.idempotencyKey), platform };
  const organisation = await organisationOf(edge, sender).catch((error: unknown) => {
    throw asNotKnown(error);
  });
  try {
    const visit: Visit = { edge, organisation, sender, line, ms };
    return await edge.admission[platform].admit(organisation.id, () => handle(visit, arrival));
  } catch (thrown) {
    const error = asNotKnown(thrown);
    // The same arrival comes again, and must find nothing that was said or kept of this try.
    if (error instanceof NotKnownYet) throw error;
    const { id, language } = organisation;
    const reference = randomUUID().slice(0, 8);
    edge.log.error({ ...line, organisation: id, ms: ms(), reference, err: error }, 'defect');
    // Nobody is there any more to read it.
    if (arrival.arrives === 'bot-removed' || arrival.arrives === 'room-moved') return null;
    return wordTo(sender, noticeCard(edgeTexts[language].defect(reference)), language);
  }
}

async function handle(visit: Visit, arrival: Arrival): Promise<Outgoing | null> {
  switch (arrival.arrives) {
    case 'bot-added':
      return introduce(visit);
    case 'room-moved':
      await move(visit, arrival.from);
      return null;
    case 'bot-removed':
      await leave(visit, arrival);
      return null;
    default:
      return respond(visit, arrival);
  }
}

const help = { arrives: 'action', action: 'help', input: {} } as const satisfies Partial<Action>;

/** The bot's first words in a channel or group that it is brought into, by anybody. */
async function introduce({ edge, organisation, sender, line, ms }: Visit): Promise<Outgoing> {
  const { platform, conversation } = sender;
  if (sender.room === null) throw new Error('only a channel or group is introduced to');
  const room = await edge.world(organisation).rooms.meet(platform, conversation, sender.room);
  const { id, language } = organisation;
  edge.log.info({ ...line, action: 'introduce', organisation: id, room: room.id, ms: ms() }, 'introduced');
  return { ...wordTo(sender, roomCard(organisation, room, language), language), isPrivate: false };
}

/** Nothing more is sent to a channel or group that the bot was taken out of. */
async function leave(
  { edge, organisation, sender }: Visit,
  { conversation = sender.conversation, shared }: Extract<Arrival, { arrives: 'bot-removed' }>,
): Promise<void> {
  const { rooms } = edge.world(organisation);
  // By its name as well: a room that was met before places named their team has nothing in common with the others.
  await rooms.leave(sender.platform, conversation);
  if (shared) await rooms.leaveAll(sender.platform, shared);
}

/** The room and the cards in it are where its conversation is now. */
async function move({ edge, organisation, sender }: Visit, from: string): Promise<void> {
  const { platform, conversation, room } = sender;
  if (room === null) return;
  const world = edge.world(organisation);
  await world.transaction(async () => {
    await world.rooms.moveConversation(platform, from, conversation, room);
    await world.postings.moveConversation(platform, from, conversation);
  });
}

async function respond(
  { edge, organisation, sender, line, ms }: Visit,
  arrival: Asked | Extract<Arrival, { arrives: 'opening' }>,
): Promise<Outgoing | null> {
  const { directory, log } = edge;
  const { platform } = sender;
  const known = sender.foreign ? null : await recognise(directory, organisation, sender);
  const person = known?.person;
  const world = edge.world(organisation);
  if (!person?.active) {
    // Nobody asked for anything by opening a chat.
    if (arrival.arrives === 'opening') return null;
    const told = await handleStranger(edge, world, sender, arrival);
    log.info({ ...line, organisation: organisation.id, ms: ms() }, sender.foreign ? 'guest' : 'stranger');
    return told;
  }
  line.actor = person.id;
  const { place } = sender;
  // The list has named them since they wrote.
  if (known?.isNewHere && place) {
    await world.transaction(() => welcome(world, person, { platform, place }, false));
    edge.changed(world);
  }
  const language = person.language ?? (await sender.locale());
  edge.languages.set(`${platform}:${sender.user}`, language);
  if (arrival.arrives === 'opening' && !(await world.people.meet(person.id))) return null;
  const asked: Asked = arrival.arrives === 'opening' ? { ...help, idempotencyKey: arrival.idempotencyKey } : arrival;
  const room = sender.room && (await world.rooms.meet(platform, sender.conversation, sender.room));
  const fileLink = (fileId: FileId) => edge.fileLink(organisation, person, fileId);
  const context: Context = { room, message: null };
  const asking: Asking = { world, actor: person, language, context, fileLink };
  const { action, reply } = await ask(asking, sender, asked);
  line.action = action;
  if (isChange(action)) {
    // The person's change shows in their Home tab, on whatever surface they made it.
    if (person.homeShown) await enqueue(world, fillHome, { personId: person.id });
    edge.changed(world);
  }
  const handled = { ...line, ms: ms() };
  if (asked.arrives === 'action' && asked.byItself) log.debug(handled, 'handled');
  else log.info(handled, 'handled');
  if (reply) noteSeen(log, reply.reply === 'card' ? reply.card : reply.form, seenBy(asking, reply, action));
  return reply && outgoingTo(asking, sender, asked, inSight(edge, sender, reply));
}

/** A card is renewed where it stands only when nothing was said below it, so that the person sees it. */
function inSight({ lastShown }: Edge, { platform, conversation }: Sender, reply: Reply): Reply {
  const chat = `${platform}:${conversation}`;
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  const isLast = about !== undefined && lastShown.get(chat) === about;
  lastShown.set(chat, about ?? '');
  if (reply.reply !== 'card' || !reply.renews || isLast) return reply;
  const { renews: _outOfSight, ...below } = reply;
  return below;
}

/** A reply about a channel itself is for everybody there, any other for the person who asked. */
function seenBy({ world, actor, context: { room } }: Asking, reply: Reply, way: string) {
  const isForRoom = room !== null && reply.reply === 'card' && reply.for === 'room';
  return { organisation: world.organisation.id, reader: isForRoom ? room.id : actor.id, way };
}

async function ask(asking: Asking, { platform, conversation }: Sender, asked: Asked): Promise<Understood> {
  const { room } = asking.context;
  const writing = (message: string, files: readonly IncomingFile[] = [], editedAt: Date | null = null): Writing => ({
    ...asking,
    context: { room, message: { at: { platform, conversation, message }, files, editedAt } },
  });
  switch (asked.arrives) {
    case 'action':
      if (room && asked.seenByAll) return inRoom(asking, { action: 'ignored', reply: null });
      return { action: nameOf(asked), reply: await handlePressed(asking, asked) };
    case 'command': {
      const inbound = await understand(asking, asked.text, asked.idempotencyKey);
      return { action: inbound.action, reply: await handlePressed(asking, inbound) };
    }
    case 'words':
      return inRoom(asking, await answerWords(writing(asked.message, asked.files), asked));
    case 'edit':
      return answerEdit(writing(asked.message, asked.files, asked.editedAt), asked);
    case 'deletion':
      return answerDeletion(writing(asked.message), asked.idempotencyKey);
  }
}

/** Something that has no place in a channel is answered with the place where it has one. */
function inRoom({ context, language }: Asking, said: Understood): Understood {
  if (said.reply || !context.room) return said;
  return { ...said, reply: card(noticeCard(edgeTexts[language].onlyInPrivate), 'below') };
}

/** The name of an action comes from a card, which anybody may have made. */
function nameOf(arrival: Arrival): string {
  if (arrival.arrives !== 'action') return arrival.arrives;
  return isAction(arrival.action) ? arrival.action : 'unknown';
}

/** A look-up leaves nothing to deliver. */
function isChange(action: string): boolean {
  return isAction(action) && useCases[action].does !== 'look-up';
}
