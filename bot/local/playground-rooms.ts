import type { Person } from '../../domain/people/person.ts';
import type { SimulatedRoom } from '../../simulator/playground/rooms.ts';
import type { Simulator } from '../../simulator/simulator.ts';

const unit = 'Koncern HR';

/** One channel of Koncern HR on each platform: its process owners, their manager and the administrators. */
export function sampleRooms(people: readonly Person[]): SimulatedRoom[] {
  const owners = people.filter((person) => person.unit === unit);
  const managers = people.filter(({ email }) => owners.some(({ managerEmail }) => managerEmail === email));
  const administrators = people.filter(({ roles }) => roles.includes('admin'));
  const members = [...owners, ...managers, ...administrators].map(({ email }) => email);
  return [
    { id: 'koncern-hr', platform: 'slack', name: '#koncern-hr', members },
    { id: 'koncern-hr', platform: 'teams', name: `${unit} › Generelt`, members },
  ];
}

/** The first member brings the bot into the rooms where it has said nothing yet; it introduces itself. */
export async function bringBotIntoRooms(simulator: Simulator, rooms: readonly SimulatedRoom[]): Promise<void> {
  for (const { id, platform, name, members } of rooms) {
    const [first] = members;
    if (first === undefined) continue;
    if (platform === 'teams') {
      const room = simulator.teams(first).room(name);
      if (room.messages().length === 0) await room.install();
    } else if (simulator.slack(first).inChannel(id).messages().length === 0) {
      await simulator.slack(first).administers(id).invitesBot();
    }
  }
}
