import { channelContract } from './channel.ts';
import { openMemoryHouse } from './memory.ts';
import { readersContract } from './readers.ts';
import { waysOutContract } from './ways-out.ts';

channelContract(openMemoryHouse);
readersContract(openMemoryHouse);
waysOutContract(openMemoryHouse);
