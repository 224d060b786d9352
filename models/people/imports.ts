import type { Imports } from '../../domain/ports.ts';
import type { PeopleCollections } from './collections.ts';

/** So many people's changes are far below the 16 MB of a document. */
const partSize = 2000;

/** The kept imports of one organisation, in the database. */
export function importsOf({ imports }: PeopleCollections, organisation: string): Imports {
  return {
    async add({ id: importId, at, changes }) {
      const parts = Array.from({ length: Math.max(1, Math.ceil(changes.length / partSize)) }, (_, part) => ({
        _id: `${importId}-${part}`,
        organisation,
        importId,
        part,
        at,
        changes: changes.slice(part * partSize, (part + 1) * partSize),
      }));
      await imports.insertMany(parts);
    },
    async latest() {
      const [newest] = await imports.find({ organisation }).sort({ at: -1 }).limit(1).lean();
      if (!newest) return null;
      const { importId: id, at } = newest;
      const parts = await imports.find({ organisation, importId: id }).sort({ part: 1 }).lean();
      return { id, at, changes: parts.flatMap(({ changes }) => changes) };
    },
    async remove(importId) {
      await imports.deleteMany({ organisation, importId });
    },
  };
}
