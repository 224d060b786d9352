import { Collision, type Postings } from '../../domain/ports.ts';
import { insert, isDuplicate } from '../stored.ts';
import { isInTransaction } from '../transaction.ts';
import type { DeliveryCollections } from './collections.ts';

/** Postings in MongoDB, of one organisation. */
export function postingsOf({ postings }: DeliveryCollections, organisation: string): Postings {
  /** The messages that turned out to have a posting already. */
  const taken = new Set<string>();
  return {
    async put(posting, isNew = true) {
      const { platform, conversation, message, ...rest } = posting;
      const at = { organisation, platform, conversation, message };
      const name = JSON.stringify(at);
      if (!isNew || taken.has(name)) {
        const { matchedCount } = await postings.updateOne(at, rest);
        if (matchedCount > 0) return;
      }
      try {
        await insert(postings, { ...at, ...rest });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        taken.add(name);
        // A transaction ends at its first error, so it starts over and finds the message taken.
        if (isInTransaction()) throw new Collision('the message has a posting', { cause: error });
        await postings.updateOne(at, rest);
      }
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
    async moveConversation(platform, from, to) {
      await postings.updateMany({ organisation, platform, conversation: from }, { conversation: to });
    },
    async remove({ platform, conversation, message }) {
      await postings.deleteOne({ organisation, platform, conversation, message });
    },
  };
}
