import { changeEach } from './change-each.ts';
import type { Migration } from './migration.ts';

/**
 * A manager is a person and not an address: `managerId` is added beside `managerEmail`, which the version before reads
 * and writes. Its own imports write no `managerId`; until then a known address takes precedence
 * (domain/people/managers.ts).
 */
export const managersById: Migration = {
  name: 'managers by id',
  async expand({ stored: { people }, proceed }) {
    const idOf = new Map<string, unknown>();
    for await (const { _id, organisation, email } of people.collection.find(
      {},
      { projection: { organisation: 1, email: 1 } },
    )) {
      idOf.set(`${organisation} ${email}`, _id);
    }
    const without = { managerEmail: { $type: 'string' }, managerId: null };
    return changeEach(
      people,
      without,
      ({ organisation, managerEmail }) => {
        const managerId = idOf.get(`${organisation} ${managerEmail}`);
        return managerId === undefined ? null : { managerId };
      },
      proceed,
    );
  },
  contract: {
    release: 2,
    async run({ stored: { people } }) {
      const { modifiedCount } = await people.collection.updateMany(
        { managerEmail: { $exists: true } },
        { $unset: { managerEmail: '' } },
      );
      return modifiedCount;
    },
  },
};
