import type { World } from '../ports.ts';
import type { Errand } from './message.ts';

/** Errands for the same thing go one after the other. */
function laneOf(errand: Errand): string {
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
export async function promise(world: World, errand: Errand): Promise<void> {
  await world.outbox.add([{ to: laneOf(errand), message: errand, notBefore: world.now() }]);
}

/** The same, unless it waits to be done already. */
export async function promiseOnce(world: World, errand: Errand): Promise<void> {
  if (!(await world.outbox.waits(laneOf(errand), errand))) await promise(world, errand);
}
