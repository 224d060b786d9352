import { startBotBetweenPlatforms } from '../running-bot.ts';
import { channelContract } from './channel.ts';
import type { ContractBot, Participant } from './participant.ts';

async function open(): Promise<ContractBot> {
  const bot = await startBotBetweenPlatforms();
  // One client a person: it remembers which form was refused.
  const clients = new Map<string, Participant>();
  const on = (email: string) => {
    const client = clients.get(email) ?? bot.on('slack', email);
    clients.set(email, client);
    return client;
  };
  const isGuest = (email: string) => {
    bot.simulator.slack(email).identity.outsider = 'guest';
  };
  return { ...bot, on, isGuest };
}

channelContract(open);
