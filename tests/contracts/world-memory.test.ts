import { memoryDatabase } from '../memory-world/memory-database.ts';
import { memoryWorld } from '../memory-world/memory-world.ts';
import { worldContract } from './world/contract.ts';
import { noon } from './world/stage.ts';

worldContract(async ([own, another]) => ({
  world: memoryWorld(memoryDatabase(), own, () => noon),
  other: memoryWorld(memoryDatabase(), another, () => noon),
  close: async () => undefined,
}));
