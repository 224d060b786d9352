import type { Card } from '../../cards/card.ts';
import { roomCards } from '../../cards/messages.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { RoomDecision } from '../../domain/channels/room-rules.ts';
import { classes, heldUntil } from '../../domain/delivery/classes.ts';
import type { MessageDefinition } from '../../domain/delivery/message.ts';
import { classOf } from '../../domain/delivery/notify.ts';
import type { Posting } from '../../domain/delivery/posting.ts';
import type { Claimed } from '../../domain/delivery/queue.ts';
import { payloadOf } from '../../domain/delivery/registry.ts';
import { type RoomId, roomIdOf } from '../../domain/ids.ts';
import { type Content, deliveries, type Payload, type RoomMessageKind } from '../../domain/index.ts';
import type { Person } from '../../domain/people/person.ts';
import type { World } from '../../domain/ports.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Delivery, Outcome } from '../delivery.ts';
import { type Channel, contentOf, DeliveryProblem, type JobContext, noteStanding } from '../job.ts';
import { noteSeen } from '../log-event.ts';

/** The part that the contents of all messages to rooms share. */
interface InRoom {
  decision: RoomDecision<Posting>;
  /** The people who may act on the card, who see more of it than others in the room. */
  owners: readonly Person[];
}

const messages: {
  [Kind in RoomMessageKind]: MessageDefinition<'room', Kind, Payload<Kind>, Room, Content<Kind> & InRoom>;
} = deliveries;

/**
 * Makes the delivery of a message to a channel or group chat; null when the row does not have the shape of its kind.
 */
export function toRoom<Kind extends RoomMessageKind>(context: JobContext, row: Claimed, kind: Kind): Delivery | null {
  const payload = payloadOf(messages[kind], row.message);
  return payload === null ? null : inRoom(context, roomIdOf(row.to), kind, payload);
}

/** Makes the delivery of a message to a channel or group chat. */
export function inRoom<Kind extends RoomMessageKind>(
  { world, channels, log }: JobContext,
  to: RoomId,
  kind: Kind,
  payload: Payload<Kind>,
): Delivery {
  const message = messages[kind];
  const send = async (): Promise<Outcome> => {
    const room = await world.rooms.byId(to);
    const channel = room && channels[room.platform];
    const content = channel ? await contentOf(world, payload, () => message.content(world, room, payload)) : null;
    if (!channel || content === null) return { is: 'settled' };
    const until = await heldUntil(await classOf(world, message, to, payload), world.now(), async () => false);
    if (until) return { is: 'not-yet', until };
    const { language } = world.organisation;
    const card = roomCards[kind](content, language);
    const done = await carryOut(world, channel, room, content, card, language);
    if (done !== 'gone') {
      noteSeen(log, card, { organisation: world.organisation.id, reader: room.id, way: kind });
      const restMs = done === 'nothing' ? 0 : (channel.restAfter?.(room.place, done) ?? 0);
      return { is: 'sent', platform: null, restMs };
    }
    // Somebody has deleted the card that was to change, so we decide again without it.
    return send();
  };
  return {
    send,
    async giveUp(problem) {
      // After a channel was archived, or the bot was removed unnoticed, one parked row tells of it, not a row for each
      // change.
      const isGone = problem?.kind === 'unreachable' || problem?.kind === 'lost';
      const room = isGone ? await world.rooms.byId(to) : null;
      if (room) await world.rooms.leave(room.platform, room.conversation);
      return 'park';
    },
  };
}

/** Carries out the decision, and gives what it took; `gone`: the card that was to change is not there. */
async function carryOut(
  world: World,
  channel: Channel,
  { id, platform, place }: Room,
  { decision, owners }: InRoom,
  card: Card,
  language: Language,
): Promise<'post' | 'update' | 'nothing' | 'gone'> {
  const readers = owners.map(({ places }) => places[platform]).filter((at) => at !== undefined);
  switch (decision.do) {
    case 'nothing':
      return 'nothing';
    case 'reply':
      await channel.post(place, card, language, { thread: decision.at.message, rank: classes.request.rank });
      return 'post';
    case 'post': {
      const posted = await channel.post(place, card, language, { readers, rank: classes.request.rank });
      const { about } = card;
      if (about !== undefined) await noteStanding(world, { ...posted, platform, about, kind: 'card', to: id });
      return 'post';
    }
    case 'update':
    case 'moved':
      try {
        await channel.update(place, decision.at.message, card, language, readers);
        return 'update';
      } catch (error) {
        if (!(error instanceof DeliveryProblem) || error.kind !== 'gone') throw error;
        await world.postings.remove(decision.at);
        return 'gone';
      }
  }
}
