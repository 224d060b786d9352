import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { unitNamed } from '../../domain/people/organisation.ts';
import { people } from '../sample-domain.ts';
import { owners, promptsIn, startsCampaign, submitted, wish } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { atRest, openTestScene } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

const { EJSON } = mongoose.mongo.BSON;

let scene: Scene;
beforeEach(async () => {
  scene = await openTestScene();
}, 60_000);
afterEach(() => scene?.close());

/** Past the models, as another version writes. */
const rows = () => scene.database.connection.collection<{ _id: string; [field: string]: unknown }>('outbox');

/** A row as the version before wrote it, of the fixture that it left. */
function rowOfVersionBefore(): Record<string, unknown> & { _id: string } {
  const file = join(import.meta.dirname, '../fixtures/previous-version/data/outbox.jsonl');
  const found = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => EJSON.parse(line) as Record<string, unknown> & { _id: string })
    .find(({ message }) => (message as { kind: string }).kind === 'request-arrived');
  if (!found) throw new Error('the fixture has no row of a request that has arrived');
  return found;
}

async function anOwner(email: string = owners[0]) {
  const owner = scene.people.find((one) => one.email === email);
  if (!owner) throw new Error(`${email} is not on the list`);
  return owner;
}

test('a poison row is parked, and all behind it in the same conversation go on', async () => {
  await scene.start();
  await scene.meet(people.leader, ...owners);
  const owner = await anOwner();
  const at = scene.now();
  const poison = ['from-the-future', 'request-arrived'].map((kind, index) => ({
    ...rowOfVersionBefore(),
    _id: `poison-${index}`,
    to: owner.id,
    message: { kind },
    ...{ state: 'waiting', attempts: 0, claim: null, claimedUntil: new Date(0), sentAt: null, problem: null },
    ...{ notBefore: at, at, order: index + 1, organisation: scene.organisation.id },
  }));
  await rows().insertMany(poison);
  const { text, press } = wish(scene);
  const acknowledged = await submitted(press, text);
  await atRest(scene);
  const found = await rows()
    .find({ _id: { $in: poison.map(({ _id }) => _id) } })
    .toArray();
  expect(found).toMatchObject([{ state: 'parked' }, { state: 'parked' }]);
  const { parked, ...rest } = await audit(scene, [acknowledged]);
  expect(rest).toMatchObject({ lost: [], doubledEffects: [], unexplained: [], waiting: [], doubledMessages: [] });
  expect(parked.every((one) => one.includes('poison'))).toBe(true);
});

test('a card that the platform will never take is parked at once, and the next one is delivered', async () => {
  await scene.start();
  await scene.meet(people.leader, ...owners);
  const refused = {
    platform: 'slack',
    call: 'chat.postMessage',
    times: 1,
    status: 200,
    code: 'invalid_blocks',
  } as const;
  scene.simulator.faults.next(refused);
  const [first, second] = [wish(scene), wish(scene)];
  const acknowledged = [await submitted(first.press, first.text), await submitted(second.press, second.text)];
  await atRest(scene);
  const found = await audit(scene, acknowledged);
  expect(found).toMatchObject({ ...allWell, parked: [expect.stringContaining(owners[1])], doubledMessages: [] });
});

test('a row that the version before has put in, or has died of, is delivered once', async () => {
  await scene.start();
  await scene.meet(people.leader, ...owners);
  const { text, press } = wish(scene);
  const acknowledged = await submitted(press, text);
  await atRest(scene);
  const request = await scene.database.stored.requests.findOne({ number: acknowledged.number }).lean();
  const it = await anOwner(people.it);
  await scene.meet(people.it);
  const at = scene.now();
  await rows().insertOne({
    ...rowOfVersionBefore(),
    _id: 'row-of-the-version-before',
    to: it.id,
    message: { kind: 'request-withdrawn', requestId: request?._id },
    ...{ state: 'waiting', attempts: 1, claim: 'a-dead-one', claimedUntil: new Date(at.getTime() - 1), sentAt: null },
    ...{ problem: null, notBefore: at, at, order: at.getTime() * 1000, organisation: scene.organisation.id },
  });
  await scene.until('it is no longer in the queue', async () => {
    const row = await rows().findOne({ _id: 'row-of-the-version-before' });
    return row === null || (row as { state?: string }).state !== 'waiting';
  });
});

test('a leader who changes unit, and a campaign that is gone, in the middle of sending: nobody is asked twice or wrongly', async () => {
  await scene.start();
  await scene.meet(people.admin);
  scene.simulator.faults.next({ platform: 'slack', call: 'chat.postMessage', times: 100, delayMs: 800 });
  await startsCampaign(scene);
  const prompts = () => promptsIn(scene);
  await scene.until('the campaign has begun', () => prompts().length >= 2);
  const unit = unitNamed(scene.organisation, 'Koncern IT');
  await scene.database.stored.people.updateOne({ email: people.leader }, { unit: unit?.id, roles: ['processOwner'] });
  await scene.database.stored.campaigns.deleteMany({});
  const before = prompts().length;
  await atRest(scene);
  expect(await audit(scene, [])).toMatchObject({ ...allWell, parked: expect.any(Array), doubledMessages: [] });
  // Deliveries that had begun when the campaign went are ended.
  expect(prompts().length).toBeLessThan(before + 40);
});
