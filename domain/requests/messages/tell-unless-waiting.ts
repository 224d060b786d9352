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
  const told = [message.kind, ...kinds].map((kind) => ({ kind, requestId }));
  const waiting = new Set<string>();
  const { circles } = await message.recipients(world, { requestId });
  for (const to of circles.flat()) if (await world.outbox.waits(to, ...told)) waiting.add(to);
  await notify(world, message, { requestId }, (to) => !waiting.has(to));
}
