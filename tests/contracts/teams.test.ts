import { openHouse } from '../house.ts';
import { channelContract } from './channel.ts';

channelContract(async () => {
  const house = await openHouse();
  return { ...house, on: (email) => house.on('teams', email) };
});
