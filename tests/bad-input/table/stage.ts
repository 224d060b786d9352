import type { BotAnswer } from '../../../simulator/answers.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../../running-bot.ts';
import { people } from '../../sample-domain.ts';
import type { Act } from '../act.ts';
import { type Knocks, knocksOn } from '../webhooks.ts';

export const said = 'Vikarer oprettes for sent';
export const bigBody = 30 * 1024 * 1024;
export const tooDeep = '['.repeat(100_000) + ']'.repeat(100_000);
export const unknownButton = 'Knappen virker ikke længere';
export const notFound = 'Det ønske kan jeg ikke finde';
export const staleCard = 'Kortet er fra før en opdatering';

/** The target of the bad input: a bot that holds a request, a draft and a channel of Pernille's and Ulla's. */
export interface Stage {
  bot: RunningBot;
  knocks: Knocks;
  requestId: string;
  draftId: string;
  number: string;
  /** A channel in which nobody acts. */
  roomId: string;
  /** A key of the Bot Framework that is endorsed for no channel. */
  unendorsed: string;
}

/** `told` null: the answer has no body at all. */
export type BadInput = [name: string, status: number, told: string | null, send: (at: Stage) => Promise<BotAnswer>];

/** Something that a person's client sends, in Teams and in Slack; the bot always answers it with 200 and a text. */
export type BadAct = [name: string, email: string, told: string, acted: (at: Stage) => Act];

export async function openStage(): Promise<Stage> {
  const bot = await startBotBetweenPlatforms();
  const unendorsed = bot.simulator.tokens.addKey([]);
  const leader = bot.on('teams', people.leader);
  await leader.says('Nye vikarer bliver ansat, men lønnen kommer for sent. Det tager 20 minutter hver gang.');
  await leader.presses('Ja, send det');
  await leader.says('Endnu et ønske om vikarer og løn, som er en kladde');
  const { requests, drafts, rooms } = bot.database.stored;
  await bot.on('teams', people.hr).room('Koncern HR').brings();
  const [request, draft, room] = [
    await requests.findOne().lean(),
    await drafts.findOne().lean(),
    await rooms.findOne().lean(),
  ];
  if (!request || !draft || !room) throw new Error('the stage is not set');
  const ids = { requestId: request._id, draftId: draft._id, number: request.number, roomId: room._id };
  return { bot, knocks: knocksOn(bot), ...ids, unendorsed };
}
