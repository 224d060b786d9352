import type { Schedule } from '../../../domain/delivery/schedule.ts';
import { deleteOldDrafts, draftsWait, mentionDrafts } from '../../../domain/requests/drafts/old-drafts.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
let done: Set<string>;
beforeEach(async () => {
  sample = await openSample();
  done = new Set();
});

/** Runs what is due, each occurrence once. */
async function runs(schedule: Schedule, at: string): Promise<void> {
  sample.clock.now = new Date(at);
  for (const occurrence of schedule.occurrences(sample.clock.now)) {
    if (done.has(`${schedule.name} ${occurrence}`)) continue;
    done.add(`${schedule.name} ${occurrence}`);
    await schedule.run(sample.world, occurrence, new Set());
  }
}

const mentioned = async () => (await sample.outbox()).filter(({ kind }) => kind === 'drafts-wait');
const drafts = async (text: string) => sample.does(people.leader, 'draft-request', { text });
const set = (changes: Partial<MemorySample['organisation']>) => Object.assign(sample.world.organisation, changes);

describe('a draft that was not sent', () => {
  test('is mentioned after two working days, and once', async () => {
    sample.clock.now = new Date('2026-11-26T15:00:00+01:00');
    await drafts('Vagtplanen tastes to gange');
    await runs(mentionDrafts, '2026-11-27T09:00:00+01:00');
    // A Sunday.
    await runs(mentionDrafts, '2026-11-29T09:00:00+01:00');
    expect(await mentioned()).toEqual([]);
    await runs(mentionDrafts, '2026-11-30T08:00:00+01:00');
    const { id } = await sample.person(people.leader);
    expect(await mentioned()).toMatchObject([{ to: id }]);
    await runs(mentionDrafts, '2026-12-01T08:00:00+01:00');
    await runs(mentionDrafts, '2026-12-21T08:00:00+01:00');
    expect(await mentioned()).toHaveLength(1);
  });

  test('is mentioned with the others of the day, and with the day on which it is deleted', async () => {
    await drafts('Vagtplanen tastes to gange');
    await drafts('Nøgler bestilles på papir');
    await runs(mentionDrafts, '2026-11-26T08:00:00+01:00');
    expect(await mentioned()).toHaveLength(1);
    const reader = await sample.person(people.leader);
    const content = await draftsWait.content(sample.world, reader, { day: '2026-11-26' });
    expect(content?.drafts).toHaveLength(2);
    expect(content?.firstDeletedOn).toBe('2027-05-25');
  });

  test('is not mentioned when it was sent or deleted before the message goes out', async () => {
    const drafted = await drafts('Vagtplanen tastes to gange');
    await runs(mentionDrafts, '2026-11-26T08:00:00+01:00');
    await sample.does(people.leader, 'discard-draft', { draftId: drafted.ok ? drafted.value.draftId : '' });
    const reader = await sample.person(people.leader);
    expect(await draftsWait.content(sample.world, reader, { day: '2026-11-26' })).toBeNull();
  });

  test('is not mentioned when it says what a number is, and no words came after it', async () => {
    await sample.does(people.leader, 'name-number', { are: 'case' });
    await runs(mentionDrafts, '2026-11-26T08:00:00+01:00');
    const reader = await sample.person(people.leader);
    expect(await draftsWait.content(sample.world, reader, { day: '2026-11-26' })).toBeNull();
  });

  test('is not mentioned to a leader who wants no opfordringer, nor where the settings say never', async () => {
    await drafts('Vagtplanen tastes to gange');
    await sample.does(people.leader, 'set-prompts', { prompts: 'stop' });
    await runs(mentionDrafts, '2026-11-26T08:00:00+01:00');
    await sample.does(people.otherLeader, 'draft-request', { text: 'Nøgler bestilles på papir' });
    set({ mentionDraftAfterWorkingDays: 0 });
    await runs(mentionDrafts, '2026-12-10T08:00:00+01:00');
    expect(await mentioned()).toEqual([]);
  });

  test('is deleted after six months with its files, and not before', async () => {
    await drafts('Vagtplanen tastes to gange');
    await runs(deleteOldDrafts, '2027-05-24T09:00:00+02:00');
    expect(sample.stored.drafts.count()).toBe(1);
    await runs(deleteOldDrafts, '2027-05-25T09:00:00+02:00');
    expect(sample.stored.drafts.count()).toBe(0);
  });

  test('is deleted as early as the settings say', async () => {
    set({ deleteDraftAfterMonths: 1 });
    await drafts('Vagtplanen tastes to gange');
    await runs(deleteOldDrafts, '2026-12-26T09:00:00+01:00');
    expect(sample.stored.drafts.count()).toBe(0);
  });
});
