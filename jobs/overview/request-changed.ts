import { roomCard } from '../../domain/channels/messages/room-card.ts';
import { cardIn } from '../../domain/channels/room-rules.ts';
import { enqueue } from '../../domain/delivery/background-task.ts';
import { notify } from '../../domain/delivery/notify.ts';
import type { Payload } from '../../domain/index.ts';
import { fillHome } from '../../domain/overview/fill-home.ts';
import { concernedBy } from '../../domain/requests/visibility.ts';
import { inRoom } from '../channels/to-room.ts';
import type { Work } from '../delivery.ts';

/**
 * Each channel and Home tab has a row of its own, so that a failed one is tried again by itself. A card that stands in a
 * channel needs no second row to be changed there; one that is to be posted is a message to the channel.
 */
export const updateWhatShows: Work<Payload<'request-changed'>> = {
  async run(context, { room, told = [], ...change }) {
    const { world } = context;
    const request = await world.requests.byId(change.requestId);
    if (!request) return;
    if (room === undefined) {
      await notify(world, roomCard, change, (to) => !told.includes(to));
      const shown = (await concernedBy(world, request)).filter(({ homeShown }) => homeShown);
      await enqueue(world, fillHome, ...shown.map(({ id }) => ({ personId: id })));
      return;
    }
    const stands = cardIn({ id: room }, await world.postings.of(change.requestId)) !== null;
    const outcome = stands ? await inRoom(context, room, 'room-card', change).send() : null;
    if (outcome === null || outcome.is === 'not-yet') await notify(world, roomCard, change, (to) => to === room);
  },
  async giveUp(context, { room, told: _told, ...change }, problem) {
    if (room !== undefined) await inRoom(context, room, 'room-card', change).giveUp(problem);
  },
};
