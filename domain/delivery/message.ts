import type { z } from 'zod';
import type { PersonId, RoomId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { DeliveryClass, OneADay } from './classes.ts';

/**
 * The recipients of a message: ids of people or rooms in circles, the nearest first. The message goes to everybody in
 * the first circle that has somebody who can be reached. A single circle has no substitutes; with several, somebody
 * always has to hear it.
 */
export interface Audience<Recipient extends string> {
  circles: ReadonlyArray<readonly Recipient[]>;
  /** The person who caused the message: they count as reached and are told nothing. */
  by?: Recipient;
}

/** Gives an audience of just these recipients, with no substitutes. */
export function only<Recipient extends string>(recipients: ReadonlyArray<{ id: Recipient }>): Audience<Recipient> {
  return { circles: [recipients.map(({ id }) => id)] };
}

/** A class that depends on the recipient. A once-a-day class never depends on the recipient. */
type ClassRule<Recipient, Payload> = (
  world: World,
  to: Recipient,
  payload: Payload,
) => Promise<Exclude<DeliveryClass, OneADay>>;

/**
 * A message that the bot sends unasked. A row of the outbox holds the kind and the payload, so that the text is made at
 * delivery: in the reader's language, for the reader's platform, from the facts at that time.
 */
export interface Message<Recipient extends string, Kind extends string, Payload extends object, Reader, Content> {
  kind: Kind;
  /** The schema of the payload, which parses a stored row. */
  payload: z.ZodType<Payload>;
  /**
   * The recipients at the time of the call: when the message is put in, and when a recipient turns out to be
   * unreachable.
   */
  recipients(world: World, payload: Payload): Promise<Audience<Recipient>>;
  /** The degree to which it may disturb, or the rule for it when that depends on the recipient. */
  class: DeliveryClass | ClassRule<Recipient, Payload>;
  /**
   * `forget` drops one that cannot be delivered, because it is soon out of date; absent: it is parked for an
   * administrator.
   */
  whenFailed?: 'forget';
  /** Gives an instant before which this recipient does not want it; null when there is none. */
  notBefore?(world: World, to: Recipient, payload: Payload): Promise<Date | null>;
  /** Gives the content for this reader at delivery; null when the matter is settled meanwhile. */
  content(world: World, reader: Reader, payload: Payload): Promise<Content | null>;
}

export interface MessageDefinition<
  To extends 'person' | 'room',
  Kind extends string,
  Payload extends object,
  Reader,
  Content,
> extends Message<To extends 'person' ? PersonId : RoomId, Kind, Payload, Reader, Content> {
  to: To;
}

/** Defines a message to people, each in their private chat. Its card is in cards/messages.ts. */
export function defineMessage<const Kind extends string, Payload extends object, Reader, Content>(
  definition: Message<PersonId, Kind, Payload, Reader, Content>,
): MessageDefinition<'person', Kind, Payload, Reader, Content> {
  return { ...definition, to: 'person' };
}

/** Defines a message to channels and group chats, where everybody reads along. Its card is in cards/messages.ts. */
export function defineRoomMessage<const Kind extends string, Payload extends object, Reader, Content>(
  definition: Message<RoomId, Kind, Payload, Reader, Content>,
): MessageDefinition<'room', Kind, Payload, Reader, Content> {
  return { ...definition, to: 'room' };
}
