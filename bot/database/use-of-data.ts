import type { Collections } from '../../models/collections.ts';
import { putAt } from '../../models/stored.ts';
import { ConfigError } from '../config/config.ts';

/** The id of the sample municipality, in simulator/sample/organisation.json. */
export const sampleOrganisation = 'fjordby';

const productionData = `This data is of a bot with real tenants, so the playground does not start on it: it would write its sample municipality there, and would send to simulated people what waits for real ones.
If this is the production bot, its settings are lost: set TEAMS_* or SLACK_* again (docs/operations.md).
For the playground, choose another place: DATA_FOLDER, or another database.`;

const sampleData = `This data is the playground's: the sample municipality with its made-up people. A bot with Teams or Slack does not start on it.
Choose another place with MONGODB_URI or DATA_FOLDER. To go on with the sample all the same, start with: npm start -- --keep-sample`;

/**
 * Notes what stored data is used for, and refuses the other use: lost settings never turn production into the
 * playground. `sample` is the playground's data; with `keepsSample` the operator wants it in production.
 * @throws ConfigError with words for the operator
 */
export async function claimUse(
  { uses, organisations }: Pick<Collections, 'uses' | 'organisations'>,
  use: 'production' | 'sample',
  { keepsSample, now }: { keepsSample: boolean; now: Date },
): Promise<void> {
  const noted = (await uses.find().lean()).map(({ _id }) => _id);
  // Data of version 0.1 has no note, but its organisations tell.
  const ids = noted.length > 0 ? [] : (await organisations.find({}, { _id: 1 }).lean()).map(({ _id }) => _id);
  const hasOthers = ids.some((id) => id !== sampleOrganisation);
  const isProduction = noted.includes('production') || hasOthers;
  const isSample = !isProduction && (noted.includes('sample') || ids.includes(sampleOrganisation));
  if (use === 'sample' && isProduction) throw new ConfigError(productionData);
  if (use === 'production' && isSample && !keepsSample) throw new ConfigError(sampleData);
  if (!noted.includes(use)) await putAt(uses, { _id: use }, { since: now });
}
