import { refuseFile } from '../../../domain/conversation/fetch-file.ts';
import { fileRefused } from '../../../domain/conversation/messages/file-refused.ts';
import type { IncomingFile } from '../../../domain/requests/record/attachment.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people, tuesdayMorning, withFiles } from '../../sample-domain.ts';

let sample: MemorySample;

const file = (changes: Partial<IncomingFile> = {}): IncomingFile => ({
  name: 'skærm.png',
  size: 1000,
  platform: 'slack',
  reference: 'F1',
  ...changes,
});
const attach = (email: string, files: readonly IncomingFile[], about?: string) =>
  sample.does(email, 'attach-files', about === undefined ? {} : { about }, withFiles(files));
/** Attaches files without words; gives what they are attached to. */
async function attachNew(files: readonly IncomingFile[]): Promise<{ about: string }> {
  const done = await attach(people.leader, files);
  if (!done.ok) throw new Error(`refused: ${done.refusal}`);
  return done.value;
}

const kinds = async () => (await sample.outbox()).map(({ kind }) => kind);
const drafts = async (email: string) => sample.world.drafts.ofPerson((await sample.person(email)).id);
const minutes = (count: number) => new Date(tuesdayMorning.getTime() + count * 60_000);

describe('attaching files', () => {
  beforeEach(async () => {
    sample = await openSample();
  });

  test('attaches a picture to the draft that was written within the last hour', async () => {
    const { value } = (await sample.does(people.leader, 'draft-request', { text: 'Vikarer oprettes for sent' })) as {
      value: { draftId: string };
    };
    sample.clock.now = minutes(59);
    expect(await attach(people.leader, [file()])).toMatchObject({
      value: { about: value.draftId, is: 'draft' },
    });
    expect(await sample.world.attachments.of(idOf(value.draftId))).toMatchObject([
      { name: 'skærm.png', state: 'fetching', type: null, source: { platform: 'slack', reference: 'F1' } },
    ]);
    expect(await kinds()).toEqual(['fetch-file']);
  });

  test('begins a new draft an hour later, which takes the next words', async () => {
    await sample.does(people.leader, 'draft-request', { text: 'Vikarer oprettes for sent' });
    sample.clock.now = minutes(60);
    const value = await attachNew([file()]);
    expect(await drafts(people.leader)).toMatchObject([{ id: value.about, text: '' }, {}]);
    const said = await sample.does(people.leader, 'draft-request', { text: 'Sådan ser skærmen ud' });
    expect(said).toMatchObject({ ok: true, value: { draftId: value.about } });
    expect(await drafts(people.leader)).toMatchObject([{ id: value.about, text: 'Sådan ser skærmen ud' }, {}]);
  });

  test('refuses to send a draft without words', async () => {
    const value = await attachNew([file()]);
    expect(await sample.does(people.leader, 'send-draft', { draftId: value.about })).toMatchObject({ ok: false });
  });

  test('keeps the files of a draft with the sent request', async () => {
    const { value } = (await sample.does(people.leader, 'draft-request', {
      text: 'Vikarer oprettes for sent i lønsystemet',
    })) as { value: { draftId: string } };
    await attach(people.leader, [file()]);
    const sent = await sample.does(people.leader, 'submit-request', {
      draftId: value.draftId,
      text: 'Vikarer oprettes for sent',
      area: 'personale',
    });
    expect(sent).toMatchObject({ ok: true, value: { requestId: value.draftId } });
    expect(await sample.does(people.hr, 'show-files', { about: value.draftId })).toMatchObject({
      value: { files: [{ name: 'skærm.png' }] },
    });
  });

  test.each([
    ['its leader', people.leader],
    ['an owner', people.hr],
  ])('lets %s add a file to a request', async (_who, email) => {
    const { id } = await sample.request();
    expect(await attach(email, [file()], id)).toMatchObject({ value: { about: id, is: 'request' } });
  });

  const large = file({ name: 'film.png', size: 10 * 1024 * 1024 + 1 });

  test('keeps nothing of a file whose reported size is too large, and its reply says so', async () => {
    const { id } = await sample.request();
    sample.stored.outbox.clear();
    const refused = [{ name: 'film.png', problem: 'too-large' }];
    expect(await attach(people.leader, [large], id)).toMatchObject({ value: { count: 0, refused } });
    expect(await kinds()).toEqual([]);
    expect(await sample.world.attachments.of(id)).toEqual([]);
  });

  test('makes no draft of files that are refused at once', async () => {
    expect(await attach(people.leader, [large])).toMatchObject({ value: { about: null } });
    expect(await drafts(people.leader)).toEqual([]);
  });

  test('tells the sender alone of a refused file that came in a channel', async () => {
    const { id } = await sample.request();
    sample.stored.outbox.clear();
    const room = await sample.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    const { context } = withFiles([large]);
    await sample.does(people.hr, 'attach-files', { about: id }, { context: { ...context, room } });
    expect(await sample.outbox()).toMatchObject([
      { kind: 'file-refused', to: (await sample.person(people.hr)).id, notBefore: sample.clock.now },
    ]);
  });

  test('keeps ten files, and refuses each further one', async () => {
    const { id } = await sample.request();
    await attach(
      people.leader,
      Array.from({ length: 8 }, () => file()),
      id,
    );
    sample.stored.outbox.clear();
    const four = Array.from({ length: 4 }, () => file());
    const refused = [{ problem: 'too-many' }, { problem: 'too-many' }];
    expect(await attach(people.leader, four, id)).toMatchObject({ value: { count: 2, refused } });
    expect(await kinds()).toEqual(['fetch-file', 'fetch-file']);
    expect(await sample.world.attachments.of(id)).toHaveLength(10);
  });

  test('keeps the tenth file after others that are too large', async () => {
    const large = Array.from({ length: 10 }, () => file({ size: 11 * 1024 * 1024 }));
    const value = await attachNew([...large, file({ name: 'lille.png' })]);
    expect(await sample.world.attachments.of(idOf(value.about))).toMatchObject([{ name: 'lille.png' }]);
  });

  describe('that turn out to be refused', () => {
    const refuses = async (about: string) => {
      const [first] = await sample.world.attachments.of(idOf(about));
      if (!first) throw new Error('there is no file');
      await refuseFile(sample.world, first, 'holds-cpr');
    };

    test('leave no draft when they were all of it, and their sender is told at once', async () => {
      const { about } = await attachNew([file(), file()]);
      sample.stored.outbox.clear();
      await refuses(about);
      expect(await drafts(people.leader)).toHaveLength(1);
      await refuses(about);
      expect(await drafts(people.leader)).toEqual([]);
      expect(sample.stored.attachments.all().filter((one) => one.about === about)).toEqual([]);
      const told = { kind: 'file-refused', to: (await sample.person(people.leader)).id, notBefore: sample.clock.now };
      expect(await sample.outbox()).toMatchObject([told, told]);
      const reader = await sample.person(people.leader);
      const [row] = sample.stored.outbox.all();
      expect(await fileRefused.content(sample.world, reader, fileRefused.payload.parse(row?.message))).toEqual({
        name: 'skærm.png',
        problem: 'holds-cpr',
      });
    });

    test('wait for office hours when it took long to find out', async () => {
      const { about } = await attachNew([file()]);
      sample.stored.outbox.clear();
      sample.clock.now = new Date('2026-11-25T03:00:00+01:00');
      await refuses(about);
      expect(await sample.outbox()).toMatchObject([{ notBefore: new Date('2026-11-25T08:00:00+01:00') }]);
    });

    test('leave a draft with words, and keep no link to the file', async () => {
      const said = await sample.does(people.leader, 'draft-request', { text: 'Vikarer oprettes for sent' });
      const about: string = said.ok ? said.value.draftId : '';
      await attach(people.leader, [file()], about);
      await refuses(about);
      expect(await drafts(people.leader)).toHaveLength(1);
      const refused = () => sample.stored.attachments.all().filter((one) => one.about === about);
      expect(refused()).toMatchObject([{ state: 'refused', source: { reference: '' } }]);
      await sample.does(people.leader, 'discard-draft', { draftId: about });
      expect(refused()).toEqual([]);
    });
  });

  test('lists files in the order in which they were sent', async () => {
    const names = ['c.png', 'a.png', 'b.png'];
    const value = await attachNew(names.map((name) => file({ name })));
    expect((await sample.world.attachments.of(idOf(value.about))).map(({ name }) => name)).toEqual(names);
  });

  test('deletes the files of a discarded draft with their content', async () => {
    const value = await attachNew([file()]);
    const [kept] = await sample.world.attachments.of(idOf(value.about));
    await sample.world.attachments.keep(idOf(kept?.id ?? ''), new Uint8Array([1, 2, 3]));
    expect(await sample.does(people.leader, 'discard-draft', { draftId: value.about })).toMatchObject({ ok: true });
    expect(await sample.world.attachments.of(idOf(value.about))).toEqual([]);
    expect(await sample.world.attachments.content(idOf(kept?.id ?? ''))).toBeNull();
  });
});

describe('file names and senders', () => {
  beforeAll(async () => {
    sample = await openSample();
  });
  // Each file begins a draft of its own.
  beforeEach(() => sample.stored.drafts.clear());

  test.each([
    ['../../etc/passwd.png', '.. .. etc passwd.png'],
    ['C:\\fjord\\skærm.png', 'C: fjord skærm.png'],
    ['regning\u202Egnp.exe', 'regninggnp.exe'],
    ['linje\nskift.png', 'linje skift.png'],
    ['\u200B', '?'],
    ['Vikar 070761-4285.pdf', 'Vikar xxxxxx-xxxx.pdf'],
    [`${'lang'.repeat(60)}.png`, `${'lang'.repeat(60)}.png`.slice(-150)],
  ])('shows the name “%s” as “%s”', async (name, shown) => {
    const value = await attachNew([file({ name })]);
    expect(await sample.world.attachments.of(idOf(value.about))).toMatchObject([{ name: shown }]);
  });

  test('shortens a name at its beginning, without leaving half an emoji', async () => {
    const value = await attachNew([file({ name: `${'😀'.repeat(80)}x.png` })]);
    const [kept] = await sample.world.attachments.of(idOf(value.about));
    expect(kept?.name).toBe(`${'😀'.repeat(72)}x.png`);
    expect(kept?.name.isWellFormed()).toBe(true);
  });

  test.each([
    ['a manager', people.schoolManager],
    ['somebody without any right', people.otherLeader],
    ['an administrator, while the unit has owners', people.admin],
  ])('refuses a file of %s to a request', async (_who, email) => {
    const { id } = await sample.request();
    expect(await attach(email, [file()], id)).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await sample.world.attachments.of(id)).toEqual([]);
  });

  test('refuses a file to another person’s draft', async () => {
    const value = await attachNew([file()]);
    expect(await attach(people.otherLeader, [file()], value.about)).toMatchObject({ refusal: 'not-found' });
  });

  test('keeps a first file of a person who cannot send requests', async () => {
    sample.stored.people.changeWhere(({ email }) => email === people.admin, { roles: ['admin'] });
    expect(await attach(people.admin, [file()])).toMatchObject({ value: { is: 'draft' } });
  });

  test('refuses to discard another person’s draft', async () => {
    const value = await attachNew([file()]);
    expect(await sample.does(people.otherLeader, 'discard-draft', { draftId: value.about })).toMatchObject({
      ok: false,
      refusal: 'nothing-there',
    });
    expect(await sample.world.attachments.of(idOf(value.about))).toHaveLength(1);
  });
});
