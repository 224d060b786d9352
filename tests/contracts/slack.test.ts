import { openHouse } from '../house.ts';
import { channelContract } from './channel.ts';
import type { Participant } from './participant.ts';

channelContract(async () => {
  const house = await openHouse();
  // One client a person: it remembers which form was refused.
  const clients = new Map<string, Participant>();
  const on = (email: string) => {
    const client = clients.get(email) ?? house.on('slack', email);
    clients.set(email, client);
    return client;
  };
  return { ...house, on };
});
