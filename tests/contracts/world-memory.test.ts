import { memoryDatabase } from '../memory-world/memory-database.ts';
import { memoryWorld } from '../memory-world/memory-world.ts';
import { worldContract } from './world/contract.ts';
import { noon } from './world/stage.ts';

worldContract(async ([own, another]) => {
  const database = memoryDatabase();
  return {
    world: memoryWorld(database, own, () => noon),
    other: memoryWorld(memoryDatabase(), another, () => noon),
    parks: async (to, problem) => database.outbox.changeWhere((row) => row.to === to, { problem }),
    close: async () => undefined,
  };
});
