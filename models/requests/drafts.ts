import { draftIdOf } from '../../domain/ids.ts';
import type { Drafts } from '../../domain/ports.ts';
import { fromStored, insert, toStored } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** Drafts in MongoDB, of one organisation. */
export function draftsOf({ drafts }: RequestCollections, organisation: string): Drafts {
  return {
    async add(draft) {
      await insert(drafts, toStored(organisation, draft));
    },
    async byId(id) {
      const found = await drafts.findOne({ _id: draftIdOf(id), organisation }).lean();
      return found && fromStored(found);
    },
    async ofPerson(personId) {
      const found = await drafts.find({ organisation, personId }).sort({ createdAt: -1 }).lean();
      return found.map(fromStored);
    },
    async remove(id) {
      await drafts.deleteOne({ _id: id, organisation });
    },
    async setText(id, text, editedAt) {
      await drafts.updateOne({ _id: id, organisation }, { text, ...(editedAt ? { editedAt } : {}) });
    },
  };
}
