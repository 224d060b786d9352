import { channelContract } from './channel.ts';
import { openMemoryHouse } from './memory.ts';

channelContract(openMemoryHouse);
