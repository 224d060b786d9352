import type { Message } from '../../delivery/message.ts';
import { notify } from '../../delivery/notify.ts';
import type { PersonId, RequestId } from '../../ids.ts';
import type { World } from '../../ports.ts';

/**
 * Tells of a change of a request, but not the recipients for whom a message of these kinds, or the same one, still waits:
 * it shows the request as it stands when it goes out, or nothing when that is settled.
 */
export async function tellUnlessWaiting(
  world: World,
  message: Message<PersonId, string, { requestId: RequestId }, never, unknown>,
  requestId: RequestId,
  kinds: readonly string[],
): Promise<void> {
  const waiting = new Set<string>();
  const { circles } = await message.recipients(world, { requestId });
  for (const to of circles.flat())
    for (const kind of [message.kind, ...kinds]) if (await world.outbox.waits(to, { kind, requestId })) waiting.add(to);
  await notify(world, message, { requestId }, (to) => !waiting.has(to));
}
