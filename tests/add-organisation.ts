import type { Organisation } from '../domain/people/organisation.ts';
import type { Collections } from '../models/collections.ts';
import { settingsOf } from '../models/people/settings.ts';
import { prepareCounters } from '../models/requests/requests.ts';

/** Another municipality in the same database. */
export async function addOrganisation(stored: Collections, organisation: Organisation): Promise<void> {
  await settingsOf(stored, organisation.id).put(organisation);
  await prepareCounters(stored, organisation.id, 2026);
}
