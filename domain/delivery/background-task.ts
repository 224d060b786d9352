import type { World } from '../ports.ts';
import type { BackgroundTask } from './message.ts';

/** Errands for the same thing go one after the other. */
function laneOf(errand: BackgroundTask): string {
  switch (errand.kind) {
    case 'request-changed':
      return `request:${errand.requestId}`;
    case 'home':
      return `home:${errand.personId}`;
    case 'fetch-file':
      return `file:${errand.fileId}`;
  }
}

/** Puts work in the outbox that nobody is disturbed by: it is done at once, after the running transaction. */
export async function enqueue(world: World, errand: BackgroundTask): Promise<void> {
  await world.outbox.add([{ to: laneOf(errand), message: errand, notBefore: world.now() }]);
}

/** The same, unless it waits to be done already. */
export async function enqueueOnce(world: World, errand: BackgroundTask): Promise<void> {
  if (!(await world.outbox.waits(laneOf(errand), errand))) await enqueue(world, errand);
}
