import { leaderContract } from './leader.ts';
import { othersContract } from './others.ts';
import { ownerContract } from './owner.ts';
import type { ContractBot } from './participant.ts';
import { readersContract } from './readers.ts';
import { roomContract } from './room.ts';
import { waysOutContract } from './ways-out.ts';

/** Every channel must do this for everybody. The contract names no platform and knows none. */
export function channelContract(open: () => Promise<ContractBot>): void {
  leaderContract(open);
  ownerContract(open);
  othersContract(open);
  roomContract(open);
  readersContract(open);
  waysOutContract(open);
}
