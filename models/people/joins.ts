import { Collision, type Joins } from '../../domain/ports.ts';
import { fromStored, toStored } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';

/** The requests to join of one organisation, in the database. */
export function joinsOf({ joins }: PeopleCollections, organisation: string): Joins {
  return {
    async add(join) {
      await joins.create([toStored(organisation, join)]);
    },
    async byId(id) {
      const found = await joins.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async of(platform, user) {
      const found = await joins.find({ organisation, platform, 'place.user': user }).lean();
      return found.map(fromStored).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    async undecided() {
      const found = await joins.find({ organisation, state: 'asked' }).sort({ at: 1 }).lean();
      return found.map(fromStored);
    },
    async decide(id, state, decidedBy, decidedAt) {
      const { matchedCount } = await joins.updateOne(
        { _id: id, organisation, state: 'asked' },
        { state, decidedBy, decidedAt },
      );
      if (matchedCount === 0) throw new Collision('somebody else decided meanwhile');
    },
  };
}
