import type { World } from '../ports.ts';
import { allowedFrom, type DeliveryClass } from './classes.ts';
import type { Audience, Message } from './message.ts';

/** A message whose readers and content do not matter here. */
type Told<Recipient extends string, Payload extends object> = Message<Recipient, string, Payload, never, unknown>;

/**
 * Puts a message to all its recipients into the outbox, within the running transaction. Its class decides when it goes
 * out.
 * @param among selects recipients, when the caller knows that some of them have the message already
 */
export async function notify<Recipient extends string, Payload extends object>(
  world: World,
  message: Told<Recipient, Payload>,
  payload: NoInfer<Payload>,
  among: (recipient: Recipient) => boolean = () => true,
): Promise<void> {
  const recipients = reachable(await message.recipients(world, payload), null).filter(among);
  await put(world, message, payload, recipients);
}

/**
 * Puts a message into the outbox for the recipients who stand in for `gone`, who cannot be reached. A message with one
 * circle has no substitutes, and nobody is told twice.
 */
export async function passOn<Recipient extends string, Payload extends object>(
  world: World,
  message: Told<Recipient, Payload>,
  payload: NoInfer<Payload>,
  gone: NoInfer<Recipient>,
): Promise<void> {
  const audience = await message.recipients(world, payload);
  if (audience.circles.length < 2) return;
  const stored = { kind: message.kind, ...payload };
  for (const to of reachable(audience, gone))
    if (!(await world.outbox.has(to, stored))) await put(world, message, payload, [to]);
}

/** Gives the class of a message for one recipient. */
export async function classOf<Recipient extends string, Payload extends object>(
  world: World,
  message: Told<Recipient, Payload>,
  to: NoInfer<Recipient>,
  payload: NoInfer<Payload>,
): Promise<DeliveryClass> {
  return typeof message.class === 'function' ? message.class(world, to, payload) : message.class;
}

function reachable<Recipient extends string>(
  { circles, by }: Audience<Recipient>,
  gone: Recipient | null,
): Recipient[] {
  const left = circles.map((circle) => circle.filter((id) => id !== gone)).find((circle) => circle.length > 0) ?? [];
  return left.filter((id) => id !== by);
}

async function put<Recipient extends string, Payload extends object>(
  world: World,
  message: Told<Recipient, Payload>,
  payload: Payload,
  recipients: readonly Recipient[],
): Promise<void> {
  const now = world.now();
  const rows = await Promise.all(
    recipients.map(async (to) => {
      const wanted = (await message.notBefore?.(world, to, payload)) ?? now;
      const name = await classOf(world, message, to, payload);
      const notBefore = allowedFrom(name, wanted > now ? wanted : now);
      return { to, message: { kind: message.kind, ...payload }, notBefore, class: name };
    }),
  );
  await world.outbox.add(rows);
}
