import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { worldIn } from '../../bot/admin/command.ts';
import { importFile } from '../../bot/admin/list.ts';
import { people } from '../sample-domain.ts';
import {
  cardsOf,
  laterBy,
  owners,
  promptsIn,
  startsCampaign,
  submits,
  submitted,
  toSlack,
  toTeams,
  wish,
} from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { atRest, openTestScene, restAndAudit } from './cluster/in-jest.ts';
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

test('people who change unit, administration or role while messages wait for them get what is still theirs, once', async () => {
  const [leaves, moves, stays] = [people.leader, 'mette.nielsen@fjordby.example', 'jan.kofoed@fjordby.example'];
  await scene.start();
  await scene.meet(people.admin, ...owners, leaves, moves, stays);
  for (const email of [owners[0], leaves, moves, stays]) {
    const { conversation, slackChannel } = scene.simulator.teams(email).identity;
    const fault = { times: 1, status: 429, retryAfterSeconds: 60 };
    scene.simulator.faults.next({ ...toTeams, ...fault, conversation });
    scene.simulator.faults.next({ ...toSlack, ...fault, conversation: slackChannel });
  }
  const { administrationId } = await anOwner(leaves);
  await startsCampaign(scene, administrationId);
  const acknowledged = await submits(scene);
  await scene.until('these four wait', async () => (await audit(scene, [])).waiting.length === 4);
  const list = readFileSync(join(import.meta.dirname, '../../simulator/sample/organisation.csv'), 'utf8')
    .replace(/^(jan.kofoed.*),Højmarkskolen,/m, '$1,Østre Skole,')
    .replace(/^(mette.nielsen@.*),Børne- og Ungdomsforvaltningen,/m, '$1,Kultur- og Fritidsforvaltningen,')
    .replace(
      /^(pernille.oestergaard.*),leader,.*$/m,
      '$1,processOwner,Økonomiforvaltningen,Koncern IT,Koncern IT,charlotte.oestergaard@fjordby.example,da',
    )
    .replace(/^(anne-mette.skjoedt.*),Koncern HR,Koncern HR,/m, '$1,Koncern IT,Koncern IT,');
  await importFile(worldIn(scene.database, scene.organisation), Buffer.from(list), null, true);
  // A bot takes people as they were for four seconds.
  await pause(4500);
  await laterBy(scene, 61);
  const found = await restAndAudit(scene, acknowledged);
  expect(found).toMatchObject({ ...allWell, parked: expect.any(Array), doubledMessages: [] });
  const prompted = (email: string) => {
    const { conversation, slackChannel } = scene.simulator.teams(email).identity;
    const chats = [conversation, slackChannel];
    return promptsIn(scene).filter((line) => line.line === 'accepted' && chats.includes(line.conversation)).length;
  };
  expect([leaves, moves, stays].map(prompted)).toEqual([0, 0, 1]);
  // The request is still at Koncern HR, which one of its owners has left.
  expect(owners.map((email) => cardsOf(scene, email).length)).toEqual([0, 1, 1]);
  const asked = scene.people.filter(
    (one) => one.roles.includes('leader') && one.administrationId === administrationId && one.email !== leaves,
  );
  expect(asked.map(({ email }) => prompted(email)).filter((times) => times > 1)).toEqual([]);
});
