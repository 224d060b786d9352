import { channelContract } from './channel.ts';
import { startMemoryBot } from './memory.ts';

channelContract(startMemoryBot);
