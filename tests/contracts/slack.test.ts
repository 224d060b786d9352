import { openHouse } from '../running-bot.ts';
import { channelContract } from './channel.ts';
import type { ContractHouse, Participant } from './participant.ts';

async function open(): Promise<ContractHouse> {
  const house = await openHouse();
  // One client a person: it remembers which form was refused.
  const clients = new Map<string, Participant>();
  const on = (email: string) => {
    const client = clients.get(email) ?? house.on('slack', email);
    clients.set(email, client);
    return client;
  };
  const isGuest = (email: string) => {
    house.simulator.slack(email).identity.outsider = 'guest';
  };
  return { ...house, on, isGuest };
}

channelContract(open);
