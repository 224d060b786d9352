import type { IncomingFile } from '../../../domain/requests/record/attachment.ts';
import { openSample, people, type Sample, withFiles } from '../../sample-domain.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

const files: IncomingFile[] = [{ name: 'skærm.png', size: 1, platform: 'slack', reference: 'F1' }];

test.each([
  ['its leader', people.leader, true],
  ['an owner', people.hr, true],
  ['the manager above the leader', people.schoolManager, true],
  ['the manager above the unit', people.unitManager, true],
  ['an administrator', people.admin, true],
  ['another leader', people.otherLeader, false],
  ['an owner of another unit', people.it, false],
])('shows the files of a request to the people who see it (%s, %s: %s)', async (_who, email, sees) => {
  const { id, number } = await sample.request();
  await sample.does(people.leader, 'attach-files', { about: id }, withFiles(files));
  expect(await sample.does(email, 'show-files', { about: id })).toMatchObject(
    sees ? { ok: true, value: { number, files: [{ name: 'skærm.png' }] } } : { ok: false, refusal: 'not-found' },
  );
  expect((await sample.does(email, 'refresh-request', { requestId: id })).ok).toBe(sees);
});

test('shows files of a draft to its author alone', async () => {
  const { value } = (await sample.does(people.leader, 'attach-files', {}, withFiles(files))) as {
    value: { about: string };
  };
  expect(await sample.does(people.leader, 'show-files', { about: value.about })).toMatchObject({
    value: { number: null },
  });
  for (const email of [people.hr, people.admin, people.schoolManager])
    expect(await sample.does(email, 'show-files', { about: value.about })).toMatchObject({ refusal: 'not-found' });
});

test('refreshes a card to the present state of the request, and changes nothing', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  expect(await sample.does(people.leader, 'refresh-request', { requestId: id })).toMatchObject({
    value: { request: { state: 'acknowledged', version: 2 } },
  });
  expect(await sample.world.requests.byId(id)).toMatchObject({ version: 2 });
});

test('refuses to refresh a request that does not exist', async () => {
  expect(await sample.does(people.leader, 'refresh-request', { requestId: 'no-such' })).toMatchObject({
    refusal: 'not-found',
  });
});
