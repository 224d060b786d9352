import { createHash } from 'node:crypto';
import type { Outcomes } from '../../domain/ports.ts';
import { insert, orCollision } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** The name of an arrival holds people's texts, so we store its digest: nobody can read it, and it fits an index. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Outcomes of arrivals in MongoDB, so that a repeated arrival changes nothing. */
export function outcomesOf({ outcomes }: DeliveryCollections, organisation: string): Outcomes {
  return {
    async find({ name, formerName, typed }) {
      const names = [name, ...(formerName === null ? [] : [formerName])].map(digestOf);
      const found = await outcomes.find({ organisation, receipt: { $in: names } }).lean();
      const own = found.find(({ receipt }) => receipt === names[0]) ?? found[0];
      if (!own) return null;
      // Version 0.1 has the words in the name.
      return { value: own.value, at: own.at, sameWords: own.typed === null || own.typed === digestOf(typed) };
    },
    async add({ name, formerName, typed }, value, at) {
      const row = { organisation, value, at };
      const rows = [{ ...row, receipt: digestOf(name), typed: digestOf(typed) }];
      // Under both names a repeat is known to either version, whichever of them had the first.
      const former = formerName === null ? [] : [{ ...row, receipt: digestOf(formerName), typed: null }];
      await orCollision(insert(outcomes, ...rows, ...former));
    },
    async replace({ name, typed }, value, at) {
      await outcomes.updateOne({ organisation, receipt: digestOf(name) }, { value, at, typed: digestOf(typed) });
    },
  };
}
