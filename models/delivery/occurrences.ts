import type { Occurrences } from '../../domain/delivery/schedule.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { World } from '../../domain/ports.ts';
import { insert, isDuplicate } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** Does an occurrence once over all instances: the work and its mark are one transaction. */
export function occurrencesOf({ occurrences }: DeliveryCollections, world: World): Occurrences {
  const organisation = world.organisation.id;
  /** Nothing undoes an occurrence, so the database is asked once. */
  const done = new Set<string>();
  /** Of each job the last occurrence, with the people who have had it. */
  const had = new Map<string, { occurrence: string; people: Set<PersonId> }>();
  const row = (job: string, occurrence: string, each: boolean) => {
    return { organisation, job, occurrence, each, at: world.now() };
  };
  const keyOf = (occurrence: string, person: PersonId) => `${occurrence} ${person}`;

  return {
    async claimOccurrence(job, occurrence, work) {
      const key = JSON.stringify([job, occurrence]);
      if (done.has(key)) return false;
      if (await occurrences.exists({ organisation, job, occurrence })) {
        done.add(key);
        return false;
      }
      try {
        await world.transaction(async () => {
          await insert(occurrences, row(job, occurrence, false));
          await work();
        });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async claimEach(job, occurrence, people, work) {
      const last = had.get(job);
      const known = last?.occurrence === occurrence ? last.people : new Set<PersonId>();
      had.set(job, { occurrence, people: known });
      const note = (some: readonly PersonId[]) => {
        for (const person of some) known.add(person);
      };
      for (;;) {
        const open = people.filter((person) => !known.has(person));
        if (open.length === 0) return 0;
        const keys = open.map((person) => keyOf(occurrence, person));
        const rows = await occurrences.find({ organisation, job, occurrence: { $in: [occurrence, ...keys] } }).lean();
        const marks = new Map(rows.map((one) => [one.occurrence, one]));
        const whole = marks.get(occurrence);
        // Version 0.1 does it for all together, and marks nobody.
        const isDone = (person: PersonId) => whole?.each === false || marks.has(keyOf(occurrence, person));
        note(open.filter(isDone));
        const left = open.filter((person) => !isDone(person));
        if (left.length === 0) return 0;
        try {
          await world.transaction(async () => {
            const mark = whole ? [] : [row(job, occurrence, true)];
            await insert(occurrences, ...mark, ...left.map((person) => row(job, keyOf(occurrence, person), true)));
            await work(left);
          });
          note(left);
          return left.length;
        } catch (error) {
          // Another instance was first, and has marked whom it has done.
          if (!isDuplicate(error)) throw error;
        }
      }
    },
  };
}
