import type { IncomingFile } from '../../domain/requests/record/attachment.ts';
import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../jobs/job.ts';
import { updateWhatShows } from '../../jobs/overview/request-changed.ts';
import { idOf, units } from '../ids.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { png } from '../png.ts';
import { people, withFiles } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
});
afterEach(() => sample?.close());

const deliver = () => deliverOutbox.run(jobsOf(sample, { slack }));

describe('Home tabs', () => {
  /** Everybody in the sample municipality has opened the tab. */
  beforeEach(async () => {
    for (const { id, email } of await sample.world.people.all())
      await sample.database.stored.people.updateOne(
        { _id: id },
        { homeShown: true, places: { slack: { user: email } } },
      );
  });
  const filled = () => slack.homes.map(({ user }) => user).sort();
  const concerned = [
    people.leader,
    people.hr,
    'anne-mette.skjoedt@fjordby.example',
    'karsten.bjerregaard@fjordby.example',
    people.schoolManager,
    people.director,
    people.unitManager,
    'henrik.toft@fjordby.example',
  ].sort();

  test('are filled for everybody with the request in their overview, and nobody else', async () => {
    await sample.request();
    await deliver();
    expect(filled()).toEqual(concerned);
  });

  test('are all filled after several changes at once', async () => {
    const { id } = await sample.request();
    await sample.does(people.hr, 'acknowledge-request', { requestId: id });
    await sample.does(people.hr, 'comment-on-request', { requestId: id, text: 'Vi ser på det' });
    await deliver();
    expect(new Set(filled())).toEqual(new Set(concerned));
  });

  test('are filled once when they wait to be filled', async () => {
    const { id } = await sample.request();
    await deliver();
    slack.homes = [];
    for (let time = 0; time < 3; time++) await updateWhatShows.run(jobsOf(sample, { slack }), { requestId: id });
    await deliver();
    expect(filled()).toEqual(concerned);
    expect((await sample.outbox()).filter(({ kind, state }) => kind === 'home' && state === 'waiting')).toEqual([]);
  });

  test('are left alone when nobody has opened them', async () => {
    await sample.database.stored.people.updateMany({}, { homeShown: false });
    await sample.request();
    await deliver();
    expect(filled()).toEqual([]);
  });

  test('leave nothing for the administrator when one can never be filled, whatever changes', async () => {
    slack.failure = () => new DeliveryProblem('unreachable', 'user_not_found');
    const { id } = await sample.request();
    await deliver();
    await sample.does(people.hr, 'acknowledge-request', { requestId: id });
    await deliver();
    expect((await sample.outbox()).filter(({ kind }) => kind === 'home')).toEqual([]);
  });

  test('are filled at night, because they make no sound', async () => {
    sample.clock.now = new Date('2026-11-24T22:00:00+01:00');
    await sample.request();
    await deliver();
    expect([filled(), slack.standing]).toEqual([concerned, []]);
  });
});

describe('a file', () => {
  const file: IncomingFile = { name: 'skærm.png', size: 11, platform: 'slack', reference: 'F1' };
  async function sends(changes: Partial<typeof file> = {}, about?: string) {
    const files = withFiles([{ ...file, ...changes }]);
    const sent = await sample.does(people.leader, 'attach-files', about === undefined ? {} : { about }, files);
    if (!sent.ok) throw new Error(sent.refusal);
    return sent.value.about as string;
  }
  async function drafted(): Promise<string> {
    const kept = await sample.does(people.leader, 'draft-request', { text: 'Vikarer oprettes for sent' });
    if (!kept.ok) throw new Error(kept.refusal);
    return kept.value.draftId;
  }
  const stored = async () => (await sample.database.stored.attachments.find().lean())[0];
  const content = async () => sample.world.attachments.content(idOf((await stored())?._id ?? ''));
  const chunks = () => sample.database.connection.collection('files.chunks').countDocuments();
  const told = () => slack.standing.filter(({ conversation }) => conversation === people.leader);

  test('is kept byte for byte when its content is what its name says', async () => {
    slack.files.F1 = png;
    await sends();
    await deliver();
    expect(await stored()).toMatchObject({ state: 'stored', type: 'image/png', size: png.length, problem: null });
    expect((await stored())?.source).toEqual({ platform: 'slack', reference: '' });
    expect(await content()).toEqual(Buffer.from(png));
    expect(told()).toEqual([]);
  });

  test('of a request is in its card in the unit’s channel afterwards', async () => {
    const room = await sample.world.rooms.meet('slack', 'C-HR', { channel: 'C-HR' });
    await sample.world.rooms.follow(room.id, units.hr, idOf('somebody'));
    const { id } = await sample.request();
    await deliver();
    slack.files.F1 = png;
    await sends({}, id);
    await deliver();
    const inRoom = slack.standing.filter(({ conversation }) => conversation === 'C-HR');
    expect(JSON.stringify(inRoom)).toContain('skærm.png');
  });

  test.each([
    [
      'is something else than its name says',
      new TextEncoder().encode('<html>'),
      'wrong-type',
      'Jeg tager imod billeder',
    ],
    ['is larger than it said', 'too-large', 'too-large', 'MB'],
    ['is not there any more', 'gone', 'gone', ''],
  ] as const)('that %s is not kept, and its sender is told why', async (_what, kept, problem, words) => {
    slack.files.F1 = kept;
    await sends({}, await drafted());
    await deliver();
    expect(await stored()).toMatchObject({ state: 'refused', problem });
    expect([await content(), await chunks()]).toEqual([null, 0]);
    expect(told()).toHaveLength(1);
    expect(JSON.stringify(told())).toContain('skærm.png');
    expect(JSON.stringify(told())).toContain(words);
  });

  test('that is refused leaves nothing behind when it was all of its draft', async () => {
    slack.files.F1 = 'gone';
    await sends();
    await deliver();
    expect([await stored(), await chunks()]).toEqual([undefined, 0]);
    expect(await sample.database.stored.drafts.countDocuments()).toBe(0);
    expect(JSON.stringify(told())).toContain('skærm.png');
  });

  test('leaves nothing behind when its draft is discarded during the fetch', async () => {
    const about = await sends();
    slack.files.F1 = async () => {
      await sample.does(people.leader, 'discard-draft', { draftId: about });
      return png;
    };
    await deliver();
    expect([await stored(), await chunks()]).toEqual([undefined, 0]);
  });

  test('that the platform refuses is tried again and given up in the end, and its sender is told', async () => {
    await sends({}, await drafted());
    slack.files.F1 = () => Promise.reject(new DeliveryProblem('later', 'ratelimited', 30));
    await deliver();
    expect(await stored()).toMatchObject({ state: 'fetching' });
    slack.files.F1 = () => Promise.reject(new DeliveryProblem('refused', 'missing_scope'));
    sample.clock.now = new Date(sample.clock.now.getTime() + 31_000);
    await deliver();
    expect(await stored()).toMatchObject({ state: 'refused', problem: 'gone' });
    expect(told()).toHaveLength(1);
  });

  test('is stored once when it is fetched twice', async () => {
    slack.files.F1 = png;
    await sends();
    const { _id } = (await stored()) ?? { _id: '' };
    await deliver();
    await sample.world.outbox.add([
      { to: 'again', message: { kind: 'fetch-file', fileId: idOf(_id) }, notBefore: sample.clock.now },
    ]);
    await deliver();
    expect(await chunks()).toBe(1);
  });
});
