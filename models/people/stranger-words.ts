import type { StrangerWords } from '../../domain/people/join/join-request.ts';
import type { StrangersWords } from '../../domain/ports.ts';
import type { Stored } from '../schema.ts';
import { fromStored, insert, toStored } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';

/** The words of people who are not on the list of one organisation, in the database. */
export function strangerWordsOf({ strangerWords }: PeopleCollections, organisation: string): StrangersWords {
  return {
    async add(words) {
      await insert<Stored<StrangerWords>>(strangerWords, toStored(organisation, words));
    },
    async of(platform, user) {
      const found = await strangerWords.find({ organisation, platform, user }).sort({ at: 1 }).lean();
      return found.map(fromStored);
    },
    async setText(id, text) {
      await strangerWords.updateOne({ _id: id, organisation }, { text });
    },
    async remove(ids) {
      if (ids.length > 0) await strangerWords.deleteMany({ _id: { $in: [...ids] }, organisation });
    },
    async removeBefore(before) {
      await strangerWords.deleteMany({ organisation, at: { $lt: before } });
    },
  };
}
