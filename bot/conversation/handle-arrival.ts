import { randomUUID } from 'node:crypto';
import { roomCard } from '../../cards/channels/room.ts';
import { noticeCard } from '../../cards/notice.ts';
import { enqueueOnce } from '../../domain/delivery/background-task.ts';
import { type ActionName, useCases } from '../../domain/index.ts';
import type { Organisation, Person, Place } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import type { Language, Platform } from '../../domain/vocabulary.ts';
import {
  answerDeletion,
  answerEdit,
  answerWords,
  type Edit,
  type Said,
  type Words,
} from '../../handlers/conversation/written-messages.ts';
import { type Asking, card, type Inbound, type Reply } from '../../handlers/handler.ts';
import { handlePressed } from '../../handlers/index.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import type { Directory } from '../../models/people/directory.ts';
import { type Log, stopwatch } from '../log.ts';
import { isAfterwards, outgoingOf } from './outgoing.ts';
import { recognise } from './recognise.ts';
import { handleStranger, toPerson } from './stranger.ts';

/** Who wrote, as the platform has proved it. */
export interface Sender {
  platform: Platform;
  tenant: string;
  /** The platform's own id of the person. */
  user: string;
  /** The platform's own id of the conversation it was said or pressed in. */
  conversation: string;
  /** The person's own chat with the bot; null in a channel or group, where others read along. */
  place: (Place & { user: string }) | null;
  /** Whether a chat that is known from before can be the sender's; absent where ids of users are unique everywhere. */
  isAt?(known: Place): boolean;
  /** The channel or group; null in the person's own chat. */
  room: Place | null;
  /** The language of the platform's client, for people whose own is not known. */
  locale(): Promise<Language>;
  /** True when what was sent shows by itself that the sender belongs to another organisation. */
  foreign?: boolean;
  /**
   * How the platform describes the sender; asked for only when we do not know the person. Null when it does not tell us
   * where the person is now.
   */
  profile(): Promise<Profile | null>;
}

export interface Profile {
  email: string | null;
  name: string;
  /** Invited from outside: another organisation's person, or an account with only some of a member's rights. */
  guest: boolean;
}

/** What came in: a button or form, words, or words that were changed or taken back. */
export type Arrival =
  | ({ arrives: 'action' } & Inbound & {
        /** The client did it, and nobody pressed anything. */
        byItself?: boolean;
        /** Everybody in a channel would see the answer: there nothing is done. */
        seenByAll?: boolean;
      })
  | ({ arrives: 'words' } & Omit<Words, 'at' | 'editedAt'> & { message: string })
  | ({ arrives: 'edit' } & Omit<Edit, 'at'> & { message: string })
  | { arrives: 'deletion'; message: string; idempotencyKey: string };

export interface Outgoing {
  reply: Reply;
  language: Language;
  /** For one person's eyes, though it was pressed in a channel. */
  isPrivate: boolean;
  /** Where a card of the same thing stands in this conversation; what comes `here` takes its place. */
  standing: string | null;
  /** The person's own chat on the platform; absent when none is known. */
  ownChat?: Place;
  /** To be called with the id of the message in which the reply stands now, and where, if not where it was asked for. */
  standsAt(message: string, conversation?: string): Promise<void>;
}

/** Whether the reply is a receipt: sent from where others read along, it is kept in the person's own chat. */
export const isReceipt = ({ reply }: Outgoing): boolean => reply.reply === 'card' && reply.card.name === 'receipt';

export interface Edge {
  directory: Directory;
  world(organisation: Organisation): World;
  /** An address where this person alone can open a file; null where there is none. */
  fileLink(organisation: Organisation, person: Person, fileId: string): Promise<string | null>;
  log: Log;
  /** Called after something changed, so that what it caused is delivered at once. */
  changed(): void;
}

/** A tenant or workspace that belongs to no organisation: nobody there is let in. */
export class UnknownTenant extends Error {
  override name = 'UnknownTenant';
}

/**
 * The way in for both platforms: who is it, what do they want, what do they see. One line of log an action, without
 * texts or addresses. A defect is shown to the person as a reference number, and logged under it. Null when there is
 * nothing to say.
 */
export async function handleArrival(edge: Edge, sender: Sender, arrival: Arrival): Promise<Outgoing | null> {
  const organisation = await organisationOf(edge, sender);
  const line: Line = { action: nameOf(arrival), idempotencyKey: arrival.idempotencyKey, platform: sender.platform };
  const ms = stopwatch();
  try {
    return await handleIn(edge, organisation, sender, arrival, { line, ms });
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    edge.log.error({ ...line, organisation: organisation.id, ms: ms(), reference, err: error }, 'defect');
    return toPerson(noticeCard(edgeTexts[organisation.language].defect(reference)), organisation.language, sender);
  }
}

/** What a line of log says of an arrival; the action and the actor as far as they are known by then. */
interface Line {
  action: string;
  actor?: string;
  idempotencyKey: string;
  platform: Platform;
}

/**
 * What the bot says when it is brought into a channel or group, whoever did it.
 * @param receipt names the platform's event
 */
export async function introduce(edge: Edge, sender: Sender, idempotencyKey: string): Promise<Outgoing> {
  const ms = stopwatch();
  const organisation = await organisationOf(edge, sender);
  const { platform, conversation } = sender;
  if (sender.room === null) throw new Error('only a channel or group is introduced to');
  const room = await edge.world(organisation).rooms.meet(platform, conversation, sender.room);
  const { language } = organisation;
  const said = toPerson(roomCard(organisation.name, room, language), language, sender);
  const line = { action: 'introduce', idempotencyKey, platform, organisation: organisation.id, room: room.id };
  edge.log.info({ ...line, ms: ms() }, 'introduced');
  return { ...said, isPrivate: false };
}

/**
 * The bot was taken out of a channel or group: nothing more is sent there. `within` is what the places of several have in
 * common that it was taken out of at once.
 */
export async function leave(edge: Edge, sender: Sender, within: Place | null = null): Promise<void> {
  const { rooms } = edge.world(await organisationOf(edge, sender));
  // By its name as well: a room that was met before places named their team has nothing in common with the others.
  await rooms.leave(sender.platform, sender.conversation);
  if (within) await rooms.leaveAll(sender.platform, within);
}

/** Whose tenant or workspace it is; throws `UnknownTenant`. */
export async function organisationOf({ directory }: Edge, { platform, tenant }: Sender): Promise<Organisation> {
  const organisation = await directory.organisationAt(platform, tenant);
  if (!organisation) throw new UnknownTenant(`no organisation for this ${platform} tenant`);
  return organisation;
}

async function handleIn(
  edge: Edge,
  organisation: Organisation,
  sender: Sender,
  arrival: Arrival,
  { line, ms }: { line: Line; ms: () => number },
): Promise<Outgoing | null> {
  const { directory, log } = edge;
  const { platform } = sender;
  const person = sender.foreign ? null : await recognise(directory, organisation, sender);
  const world = edge.world(organisation);
  if (!person?.active) {
    // Who is not known was told so when they wrote.
    if (isAfterwards(arrival)) return null;
    const told = await handleStranger(edge, world, sender, arrival);
    log.info({ ...line, organisation: organisation.id, ms: ms() }, sender.foreign ? 'guest' : 'stranger');
    return told;
  }
  line.actor = person.id;
  const language = person.language ?? (await sender.locale());
  const room = sender.room && (await world.rooms.meet(platform, sender.conversation, sender.room));
  const fileLink = (fileId: string) => edge.fileLink(organisation, person, fileId);
  const asking: Asking = { world, actor: person, language, room, fileLink };
  const { action, reply } = await replyTo(asking, sender, arrival);
  line.action = action;
  if (isChange(action)) {
    // What the person has just done shows in their Home tab, wherever they did it.
    if (person.homeShown) await enqueueOnce(world, { kind: 'home', personId: person.id });
    edge.changed();
  }
  log[arrival.arrives === 'action' && arrival.byItself ? 'debug' : 'info']({ ...line, ms: ms() }, 'handled');
  return reply && outgoingOf(asking, sender, arrival, reply);
}

async function replyTo(asking: Asking, sender: Sender, arrival: Arrival): Promise<Said> {
  const at = (message: string) => ({ platform: sender.platform, conversation: sender.conversation, message });
  switch (arrival.arrives) {
    case 'action':
      if (asking.room && arrival.seenByAll) return inRoom(asking, { action: 'ignored', reply: null });
      return { action: arrival.action, reply: await handlePressed(asking, arrival) };
    case 'words':
      return inRoom(asking, await answerWords(asking, { ...arrival, at: at(arrival.message), editedAt: null }));
    case 'edit':
      return answerEdit(asking, { ...arrival, at: at(arrival.message) });
    case 'deletion':
      return answerDeletion(asking, at(arrival.message), arrival.idempotencyKey);
  }
}

/** What has no place in a channel is answered with where it has. */
function inRoom({ room, language }: Asking, said: Said): Said {
  if (said.reply || !room) return said;
  return { ...said, reply: card(noticeCard(edgeTexts[language].onlyInPrivate), 'below') };
}

function nameOf(arrival: Arrival): string {
  return arrival.arrives === 'action' ? arrival.action : arrival.arrives;
}

/** A look-up leaves nothing to deliver. */
function isChange(action: string): boolean {
  return Object.hasOwn(useCases, action) && useCases[action as ActionName].does !== 'look-up';
}
