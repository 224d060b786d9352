import type { World } from '../../../domain/ports.ts';
import { forArrival, forDeliveries } from '../../../domain/requests/record/known-records.ts';
import { SharedRecords } from '../../../domain/requests/record/shared-records.ts';
import { viewById } from '../../../domain/requests/view-request.ts';
import { type MemorySample, openSample, people, sampleOf } from '../../sample-domain.ts';

let sample: MemorySample;
let clock: number;
let shared: SharedRecords;
let reads: string[];

/** The stored world, which notes each read of a record. */
function stored(): World {
  const { world } = sample;
  const noting = <Given, Read>(name: string, read: (given: Given) => Promise<Read>) => {
    return (given: Given) => {
      reads.push(name);
      return read(given);
    };
  };
  return {
    ...world,
    requests: {
      ...world.requests,
      byId: noting('request', world.requests.byId),
      history: noting('history', world.requests.history),
    },
    comments: { ...world.comments, ofRequest: noting('comments', world.comments.ofRequest) },
    attachments: { ...world.attachments, of: noting('files', world.attachments.of) },
  };
}

const arrival = () => {
  const world = forArrival(stored(), shared);
  return { world, does: sampleOf(world, sample.clock, async () => []).does };
};
const delivery = () => forDeliveries(stored(), shared);

beforeEach(async () => {
  sample = await openSample();
  clock = 0;
  shared = new SharedRecords(() => clock);
  reads = [];
});

test('shows a request that was just sent without a read', async () => {
  const { world, does } = arrival();
  const { requestId } = await sent(does);
  reads = [];
  const view = await viewById(world, await sample.person(people.leader), requestId);
  expect(view?.history).toHaveLength(1);
  expect(reads).toEqual([]);
});

test('makes the cards of all owners from what the arrival knows, for a second', async () => {
  const { requestId } = await sent(arrival().does);
  reads = [];
  const owner = await sample.person(people.hr);
  for (let time = 0; time < 3; time++) expect((await viewById(delivery(), owner, requestId))?.history).toHaveLength(1);
  expect(reads).toEqual([]);
  clock = 1001;
  await viewById(delivery(), owner, requestId);
  expect(reads.sort()).toEqual(['comments', 'files', 'history', 'request']);
});

test('reads a request again in the next arrival', async () => {
  const { requestId } = await sent(arrival().does);
  await sample.does(people.leader, 'withdraw-request', { requestId, version: '1' });
  const view = await viewById(arrival().world, await sample.person(people.leader), requestId);
  expect(view?.request.state).toBe('withdrawn');
});

test('delivers a request as the last arrival here left it', async () => {
  const { requestId } = await sent(arrival().does);
  await viewById(delivery(), await sample.person(people.hr), requestId);
  await arrival().does(people.hr, 'acknowledge-request', { requestId, version: '1' });
  await arrival().does(people.hr, 'comment-on-request', { requestId, text: 'Hvilket system er det?' });
  const view = await viewById(delivery(), await sample.person(people.leader), requestId);
  expect([view?.request.state, view?.history.length, view?.comments.length]).toEqual(['acknowledged', 2, 1]);
});

test('an arrival that reads on puts back nothing that is older than the change of another', async () => {
  const { requestId } = await sent(arrival().does);
  const slow = arrival().world;
  expect((await slow.requests.byId(requestId))?.state).toBe('routed');
  clock = 1;
  await arrival().does(people.hr, 'acknowledge-request', { requestId, version: '1' });
  clock = 2;
  await slow.comments.ofRequest(requestId);
  expect((await delivery().requests.byId(requestId))?.state).toBe('acknowledged');
});

test.each([
  ['meanwhile', 3],
  ['so long before its end that nobody remembers', 5000],
])('a transaction that has read a request shares nothing of it when it was changed %s', async (_when, ends) => {
  const { requestId } = await sent(arrival().does);
  const slow = arrival().world;
  const { promise: hasRead, resolve: reads } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  clock = 1;
  const reading = slow.transaction(async () => {
    expect((await slow.requests.byId(requestId))?.state).toBe('routed');
    reads();
    await mayEnd;
  });
  await hasRead;
  clock = 2;
  await arrival().does(people.hr, 'acknowledge-request', { requestId, version: '1' });
  clock = ends;
  end();
  await reading;
  expect((await delivery().requests.byId(requestId))?.state).toBe('acknowledged');
});

test('knows nothing of a change that was refused', async () => {
  const { requestId } = await sent(arrival().does);
  const { world, does } = arrival();
  expect(await does(people.hr, 'acknowledge-request', { requestId, version: '7' })).toMatchObject({ ok: false });
  expect((await world.requests.byId(requestId))?.state).toBe('routed');
  expect((await delivery().requests.byId(requestId))?.state).toBe('routed');
});

async function sent(does: MemorySample['does']) {
  const result = await does(people.leader, 'submit-request', {
    text: 'Vikarer',
    area: 'personale',
    anonymous: 'false',
  });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

test('thousands of digests read an overview once, for ten times as long as that takes, until something changes', async () => {
  const { world } = sample;
  let looks = 0;
  const overview: World['requests']['overview'] = async (from, until) => {
    looks++;
    clock += 3000;
    return world.requests.overview(from, until);
  };
  const readers = forDeliveries({ ...world, requests: { ...world.requests, overview } }, shared);
  const read = () => readers.requests.overview(new Date(0), sample.clock.now);
  await Promise.all([read(), read()]);
  clock += 26_000;
  await read();
  expect(looks).toBe(1);
  clock += 1001;
  await read();
  expect(looks).toBe(2);
  await arrival().does(people.leader, 'submit-request', { text: 'Vikarer oprettes for sent', area: 'personale' });
  await read();
  expect(looks).toBe(3);
});
