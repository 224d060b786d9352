import type { z } from 'zod';
import type { PersonId, RoomId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { DeliveryClass, OneADay } from './classes.ts';

/**
 * Who a message is for: ids of people or rooms in circles, the nearest first. It goes to everybody in the first circle
 * where somebody can be reached. With one circle it is for those alone; with more of them somebody always has to hear it.
 */
export interface Audience<Recipient extends string> {
  circles: ReadonlyArray<readonly Recipient[]>;
  /** Whoever did what the message tells of: they count as reached and are told nothing. */
  by?: Recipient;
}

/** Those alone, and nobody in their place. */
export function only<Recipient extends string>(recipients: ReadonlyArray<{ id: Recipient }>): Audience<Recipient> {
  return { circles: [recipients.map(({ id }) => id)] };
}

/** A class that depends on where a message goes. What comes once a day always does. */
type ClassRule<Recipient, Payload> = (
  world: World,
  to: Recipient,
  payload: Payload,
) => Promise<Exclude<DeliveryClass, OneADay>>;

/**
 * What the bot has to tell without being asked. A row of the outbox holds the kind and the payload, so that the message
 * is made at delivery: in the reader's language, for the reader's platform, as things stand then.
 */
export interface Message<Recipient extends string, Kind extends string, Payload extends object, Reader, Content> {
  kind: Kind;
  /** The shape of the payload, by which a stored row is read again. */
  payload: z.ZodType<Payload>;
  /** Who it is for as things stand now: asked when it is put in, and when somebody turns out not to be reachable. */
  recipients(world: World, payload: Payload): Promise<Audience<Recipient>>;
  /** How much it may disturb. Where that depends on the recipient, the rule for it. */
  class: DeliveryClass | ClassRule<Recipient, Payload>;
  /** An instant before which this recipient does not want it; null when there is none. */
  notBefore?(world: World, to: Recipient, payload: Payload): Promise<Date | null>;
  /** What there is to tell this reader as things stand at delivery; null when the matter is settled meanwhile. */
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

/** A message to people, each in their own chat. Its card is in cards/messages.ts. */
export function defineMessage<const Kind extends string, Payload extends object, Reader, Content>(
  definition: Message<PersonId, Kind, Payload, Reader, Content>,
): MessageDefinition<'person', Kind, Payload, Reader, Content> {
  return { ...definition, to: 'person' };
}

/** A message to channels and group chats, where everybody reads along. Its card is in cards/messages.ts. */
export function defineRoomMessage<const Kind extends string, Payload extends object, Reader, Content>(
  definition: Message<RoomId, Kind, Payload, Reader, Content>,
): MessageDefinition<'room', Kind, Payload, Reader, Content> {
  return { ...definition, to: 'room' };
}
