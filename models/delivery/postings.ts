import type { Postings } from '../../domain/ports.ts';
import { putAt } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** Postings in MongoDB, of one organisation. */
export function postingsOf({ postings }: DeliveryCollections, organisation: string): Postings {
  return {
    async put(posting) {
      const { platform, conversation, message, ...rest } = posting;
      await putAt(postings, { organisation, platform, conversation, message }, rest);
    },
    async at({ platform, conversation, message }) {
      const found = await postings.findOne({ organisation, platform, conversation, message }, { _id: 0 }).lean();
      if (!found) return null;
      const { organisation: _scope, ...posting } = found;
      return posting;
    },
    async of(about) {
      const found = await postings.find({ organisation, about }, { _id: 0 }).lean();
      return found.map(({ organisation: _scope, ...posting }) => posting);
    },
    async remove({ platform, conversation, message }) {
      await postings.deleteOne({ organisation, platform, conversation, message });
    },
  };
}
