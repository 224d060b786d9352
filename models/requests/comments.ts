import type { Comments } from '../../domain/ports.ts';
import { fromStored, insert, toStored } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** Comments in MongoDB, of one organisation. */
export function commentsOf({ comments }: RequestCollections, organisation: string): Comments {
  return {
    async add(comment) {
      await insert(comments, toStored(organisation, comment));
    },
    async byId(id) {
      const found = await comments.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async ofRequest(requestId) {
      return (await comments.find({ organisation, requestId }).sort({ at: 1 }).lean()).map(fromStored);
    },
    async ofRequests(requestIds) {
      const found = await comments.find({ organisation, requestId: { $in: [...requestIds] } }).lean();
      return found.map(fromStored).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
}
