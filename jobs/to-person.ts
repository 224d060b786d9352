import type { Card } from '../cards/card.ts';
import { shownBy } from '../cards/live.ts';
import { personCards } from '../cards/messages.ts';
import { classes, type DeliveryClass, heldUntil } from '../domain/delivery/classes.ts';
import type { MessageDefinition } from '../domain/delivery/message.ts';
import { classOf, passOn } from '../domain/delivery/notify.ts';
import type { Claimed } from '../domain/delivery/queue.ts';
import { payloadOf } from '../domain/delivery/registry.ts';
import { personIdOf } from '../domain/ids.ts';
import { type Content, deliveries, type Payload, type PersonMessageKind } from '../domain/index.ts';
import type { Person } from '../domain/people/person.ts';
import type { Place } from '../domain/people/place.ts';
import { localDate, startOfDate } from '../domain/time/local-time.ts';
import { type Language, type Platform, platforms } from '../domain/vocabulary.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { contentOf, DeliveryProblem, type JobContext, noteStanding, type Posted } from './job.ts';
import { noteSeen } from './log-event.ts';

const messages: {
  [Kind in PersonMessageKind]: MessageDefinition<'person', Kind, Payload<Kind>, Person, Content<Kind>>;
} = deliveries;

const oneADayKinds = Object.values(messages)
  .filter((message) => typeof message.class === 'string' && classes[message.class].oneADay)
  .map(({ kind }) => kind);

/** Makes the delivery of a message to a person; null when the row does not have the shape of its kind. */
export function toPerson<Kind extends PersonMessageKind>(
  context: JobContext,
  row: Claimed,
  kind: Kind,
): Delivery | null {
  const { world, queue } = context;
  const definition = messages[kind];
  const payload = payloadOf(definition, row.message);
  if (payload === null) return null;
  const to = personIdOf(row.to);
  const tellOthers = () => passOn(world, definition, payload, to);
  return {
    async send(): Promise<Outcome> {
      const reader = await world.people.byId(to);
      if (!reader?.active) {
        await tellOthers();
        return { is: 'settled' };
      }
      const deliveryClass = await classOf(world, definition, to, payload);
      const now = world.now();
      const until = await heldUntil(deliveryClass, now, () =>
        queue.sentSince(to, oneADayKinds, startOfDate(localDate(now))),
      );
      if (until) return { is: 'not-yet', until };
      const language = reader.language ?? world.organisation.language;
      const content = await contentOf(world, payload, () => definition.content(world, reader, payload));
      if (content === null) return { is: 'settled' };
      const card = personCards[kind](content, language);
      const message = { card, language, name: deliveryClass, row };
      const posted = (await findPosted(context, reader, row)) ?? (await post(context, reader, message));
      if (!posted) {
        await tellOthers();
        return definition.whenFailed === 'forget' ? { is: 'settled' } : { is: 'no-chat' };
      }
      const { about } = card;
      if (about !== undefined) {
        const { platform, conversation, message } = posted;
        await noteStanding(world, {
          platform,
          conversation,
          message,
          about,
          kind: 'card',
          to: reader.id,
          shown: shownBy(card),
        });
      }
      noteSeen(context.log, card, { organisation: world.organisation.id, reader: reader.id, way: kind });
      const { platform, restMs } = posted;
      return { is: 'sent', platform, restMs };
    },
    async giveUp() {
      await tellOthers();
      return definition.whenFailed ?? 'park';
    },
  };
}

interface ToPost {
  card: Card;
  language: Language;
  name: DeliveryClass;
  row: Claimed;
}

/**
 * Posts in the first open chat of the person, because they may have removed the bot on one platform only. Null when
 * there is no chat; throws the first chat's problem when none is open.
 */
async function post(context: JobContext, reader: Person, { card, language, name, row }: ToPost) {
  let closed: DeliveryProblem | null = null;
  for await (const { platform, channel, place } of chatsOf(context, reader, () => closed)) {
    try {
      const send = async (to: Place) => {
        if (!row.mayStillSend()) throw new DeliveryProblem('later', 'the claim has nearly run out');
        return channel.post(to, card, language, { reference: row.id, rank: classes[name].rank });
      };
      const posted = await orWhereItIsNow(context, reader, platform, place, send);
      return { ...posted, platform, restMs: channel.restAfter?.(place, 'post') ?? 0 };
    } catch (error) {
      const problem = error instanceof DeliveryProblem ? error : null;
      if (problem?.kind === 'unreachable') await context.closeChat(reader, platform);
      const mayBeElsewhere = problem?.kind === 'unreachable' || problem?.kind === 'paused';
      if (!mayBeElsewhere || !classes[name].followsToOtherPlatform) throw error;
      // A workspace that pauses goes on, and then the person has it.
      if (closed?.kind !== 'paused') closed = problem;
    }
  }
  if (closed) throw closed;
  return null;
}

/** Sends to a chat; one that is not there any more is looked for once, because it may have moved. */
async function orWhereItIsNow(
  { channels, rememberChat }: JobContext,
  reader: Person,
  platform: Platform,
  place: Place,
  send: (to: Place) => Promise<Posted>,
): Promise<Posted> {
  try {
    return await send(place);
  } catch (error) {
    if (!isLost(error)) throw error;
    const found = await channels[platform]?.find(reader);
    if (!found) throw new DeliveryProblem('unreachable', error.reason);
    await rememberChat(reader, platform, found);
    return await send(found).catch((again: unknown) => {
      throw isLost(again) ? new DeliveryProblem('unreachable', again.reason) : again;
    });
  }
}

const isLost = (error: unknown): error is DeliveryProblem => error instanceof DeliveryProblem && error.kind === 'lost';

/** Finds the message of an earlier try of which nobody knows whether it arrived, where a platform can be asked. */
async function findPosted({ channels }: JobContext, reader: Person, row: Claimed) {
  if (row.doubts === 0) return null;
  for (const platform of platforms) {
    const [channel, place] = [channels[platform], reader.places[platform]];
    const found = place && (await channel?.findPosted?.(place, row.id, row.at));
    if (found) return { ...found, platform, restMs: 0 };
  }
  return null;
}

/**
 * Gives the chat in which the person last wrote, then the other known chats, then those that a platform can find.
 * @param closed the problem of a known chat; it tells more than a failed search
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
