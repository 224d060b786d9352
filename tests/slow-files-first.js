import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** From the slowest on; jest knows how long a file takes only where it has run before, and goes by its size elsewhere. */
const slowest = [
  'programs/embedded/embedded-database',
  'programs/embedded/install/install',
  'programs/embedded/choose-server',
  'programs/admin/admin',
  'programs/admin/backup/backup',
  'browser/gallery',
  'browser/playground',
  'bad-input/table',
  'contracts/teams',
  'contracts/slack',
  'contracts/memory',
  'models/migrations/both-versions',
  'jobs/deliver-outbox',
  'jobs/background-tasks',
  'jobs/channels/room-cards.property',
  'jobs/channels/to-room',
  'flows/teams-channel',
  'flows/slack-channel',
  'flows/whole-municipality',
  'domain/requests/files/file-kind',
  'models/delivery/delivery-queue.property',
].map((name) => `/tests/${name}.test.ts`);
for (const file of slowest) {
  if (!existsSync(join(import.meta.dirname, '..', file))) throw new Error(`tests/slow-files-first.js: no ${file}`);
}

/** Starts the slow files first, so that all workers end at about the same time. */
export default class SlowFilesFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = slowest.findIndex((end) => path.replaceAll('\\', '/').endsWith(end));
      return place === -1 ? slowest.length : place;
    };
    return super.sort([...tests]).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
