import type { World } from '../../domain/ports.ts';
import { isDuplicate } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** Does an occurrence once over all instances: the work and its mark are one transaction. */
export function occurrencesOf({ occurrences }: DeliveryCollections, world: World) {
  const organisation = world.organisation.id;
  /** Nothing undoes an occurrence, so the database is asked once. */
  const done = new Set<string>();
  return async (job: string, occurrence: string, work: () => Promise<void>): Promise<boolean> => {
    const key = JSON.stringify([job, occurrence]);
    if (done.has(key)) return false;
    if (await occurrences.exists({ organisation, job, occurrence })) {
      done.add(key);
      return false;
    }
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
