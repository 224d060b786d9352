import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../bot/auth/key-ring.ts';
import { tokenPurpose } from '../../bot/slack/install/installed-clients.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { installationsOf } from '../../models/people/installations.ts';
import { keepSecrets } from '../run-log/kept.ts';
import { people } from '../sample-domain.ts';
import { cardsOf, laterBy, owners, submits } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

const bytes = randomBytes(32);
const keys = new KeyRing({ id: 'faults', bytes });
const [first, north] = owners;
const [own, other] = ['T0FJORDBY', 'T0NORD'];

let scene: Scene;
beforeEach(async () => {
  keepSecrets([bytes.toString('base64')]);
  scene = await openTestScene({ workspaceOf: (email) => (email === north ? other : undefined) });
  for (const tenant of [own, other]) await installs(tenant);
  await directoryOf(scene.database.stored).connect('slack', other, scene.organisation.id);
  await scene.start({ installed: { id: 'faults', base64: bytes.toString('base64') } });
  await scene.meet(people.leader, ...owners);
  // A person who wrote in Slack last is written to in Slack.
  await scene.simulator.slack(first).send('hjælp');
}, 60_000);
afterEach(() => scene?.close());

async function installs(tenant: string): Promise<void> {
  const sealed = keys.seal(scene.simulator.slackApp.install(tenant), tokenPurpose(tenant));
  await installationsOf(scene.database.stored).put(tenant, sealed, scene.now());
}

test('a workspace whose token is revoked pauses, all others go on, and it goes on with a new token', async () => {
  scene.simulator.slackApp.revokeUnheard(other);
  const acknowledged = await submits(scene);
  const next = await submits(scene);
  const refused = () => scene.bots.flatMap(({ log }) => log.filter((line) => line.includes('"token not accepted"')));
  await scene.until('the others have both cards', () => cardsOf(scene, first).length === 2);
  await scene.until('the workspace pauses', () => refused().length > 0);
  // The administrators hear of it, beside the two cards that wait.
  await scene.until('nothing else waits', async () => (await audit(scene, [])).waiting.length === 2);
  expect(await audit(scene, [acknowledged, next])).toMatchObject({
    ...allWell,
    waiting: [expect.stringContaining(north), expect.stringContaining(north)],
  });
  expect(refused()).toHaveLength(1);
  await installs(other);
  await laterBy(scene, 61);
  expect(await restAndAudit(scene, acknowledged, next)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(cardsOf(scene, north)).toHaveLength(2);
});
