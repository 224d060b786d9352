import { roomCard } from '../../domain/channels/messages/room-card.ts';
import { enqueueOnce } from '../../domain/delivery/background-task.ts';
import { notifyOnce } from '../../domain/delivery/notify.ts';
import type { Payload } from '../../domain/index.ts';
import { fillHome } from '../../domain/overview/fill-home.ts';
import { concernedBy } from '../../domain/requests/visibility.ts';
import type { Work } from '../delivery.ts';

/** Each channel and Home tab has a row of its own, so that a failed one is tried again by itself. */
export const updateWhatShows: Work<Payload<'request-changed'>> = {
  async run({ world }, change) {
    const request = await world.requests.byId(change.requestId);
    if (!request) return;
    await notifyOnce(world, roomCard, change);
    for (const person of await concernedBy(world, request))
      if (person.homeShown) await enqueueOnce(world, fillHome, { personId: person.id });
  },
};
