import type { World } from '../../domain/ports.ts';
import { isDuplicate } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** Does an occurrence once over all instances: the work and its mark are one transaction. */
export function occurrencesOf({ occurrences }: DeliveryCollections, world: World) {
  const organisation = world.organisation.id;
  return async (job: string, occurrence: string, work: () => Promise<void>): Promise<boolean> => {
    if (await occurrences.exists({ organisation, job, occurrence })) return false;
    try {
      await world.transaction(async () => {
        await occurrences.create([{ organisation, job, occurrence, at: world.now() }]);
        await work();
      });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
}
