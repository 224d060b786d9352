import type { Person } from '../people/organisation.ts';
import type { World } from '../ports.ts';
import { nextWorkingMoment } from '../time/working-days.ts';
import type { Message } from './message.ts';

/** When people may be disturbed: municipal office hours, in Danish time. */
export const officeHours = { from: '08:00', to: '16:00' } as const;

/** Puts a message in the outbox for each of them, for now or for the next morning at work. */
export async function notify(world: World, people: readonly Pick<Person, 'id'>[], message: Message): Promise<void> {
  const notBefore = nextWorkingMoment(world.now(), officeHours);
  await world.outbox.add(people.map(({ id }) => ({ to: id, message, notBefore })));
}
