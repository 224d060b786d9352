import Sequencer from '@jest/test-sequencer';

/** From the slowest on; jest knows how long a file takes only where it has run before, and goes by its size elsewhere. */
const slowest = [
  'bot/database/embedded/install/install',
  'contracts/teams',
  'contracts/slack',
  'contracts/memory',
  'bot/database/embedded/embedded-database',
  'browser/playground',
  'browser/gallery',
  'flows/whole-municipality',
  'bad-input/table',
  'web/playground-slack',
  'bot/main',
  'bot/admin/admin',
  'flows/teams-chat',
  'web/playground-messages',
  'web/playground-teams',
  'web/playground-rooms',
  'cards/gallery',
  'bot/slack/receive/socket',
  'flows/slack-home',
].map((name) => `/tests/${name}.test.ts`);

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
