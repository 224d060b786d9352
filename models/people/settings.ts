import type { Settings } from '../../domain/ports.ts';
import { fromStored, toStored } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';
import { fromStoredOrganisation, toStoredOrganisation } from './stored-organisation.ts';

/** The settings and the history of one organisation, in the database. */
export function settingsOf({ organisations, organisationEvents }: PeopleCollections, organisation: string): Settings {
  return {
    async read() {
      const found = await organisations.findById(organisation).lean();
      return found && fromStoredOrganisation(found);
    },
    async put(changed) {
      const { _id, ...rest } = toStoredOrganisation(changed);
      if (_id !== organisation) throw new Error(`${_id} is another organisation than ${organisation}`);
      await organisations.replaceOne({ _id }, rest, { upsert: true });
    },
    async addEvent(event) {
      await organisationEvents.create([toStored(organisation, event)]);
    },
    async history() {
      return (await organisationEvents.find({ organisation }).sort({ at: 1 }).lean()).map(fromStored);
    },
  };
}
