import type { Message } from '../chats.ts';
import { HttpProblem } from '../http.ts';
import type { Clients } from './clients.ts';
import type { SimulatedRoom } from './rooms.ts';

/** The messages from the bot that a person has got in one chat. */
interface Arrived {
  platform: 'teams' | 'slack';
  email: string;
  /** The id of a room; null in the person's own chat. */
  room: string | null;
  count: number;
}

/** What the bot has sent to whom since a moment, in every chat in which it has sent anything. */
export function newsSince(
  { people, teams, slack }: Clients,
  rooms: readonly SimulatedRoom[],
  since: string | null,
): Arrived[] {
  const moment = Date.parse(since ?? '');
  if (Number.isNaN(moment)) throw new HttpProblem(400, 'since must be a moment');
  const countOf = (messages: readonly Message[]) =>
    messages.filter(({ from, at, notice }) => from === 'bot' && notice !== true && Date.parse(at) >= moment).length;
  const own = people.all.flatMap(({ email }) =>
    (['teams', 'slack'] as const).map((platform) => {
      const messages = platform === 'teams' ? teams(email).messages() : slack(email).messages();
      return { platform, email, room: null, count: countOf(messages) };
    }),
  );
  const shared = rooms.flatMap(({ id: room, platform, name, members }) =>
    members.map((email) => {
      const here = platform === 'teams' ? teams(email).room(name) : slack(email).inChannel(room);
      return { platform, email, room, count: countOf(here.messages()) };
    }),
  );
  return [...own, ...shared].filter(({ count }) => count > 0);
}
