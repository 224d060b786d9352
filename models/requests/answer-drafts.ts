import type { AnswerDrafts } from '../../domain/ports.ts';
import { putAt } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** The unsent answers of owners in MongoDB, of one organisation. */
export function answerDraftsOf({ answerDrafts }: RequestCollections, organisation: string): AnswerDrafts {
  return {
    async put({ personId, requestId, ...rest }) {
      await putAt(answerDrafts, { organisation, personId, requestId }, rest);
    },
    async of(personId, requestId) {
      const found = await answerDrafts.findOne({ organisation, personId, requestId }, { _id: 0 }).lean();
      if (!found) return null;
      const { organisation: _scope, ...draft } = found;
      return draft;
    },
  };
}
