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
    expect(await attach(people.leader, [file()])).toEqual({ ok: true, value: { about: value.draftId, is: 'draft' } });
    expect(await sample.world.attachments.of(idOf(value.draftId))).toMatchObject([
      { name: 'skærm.png', state: 'fetching', type: null, source: { platform: 'slack', reference: 'F1' } },
    ]);
    expect(await kinds()).toEqual(['fetch-file']);
  });

  test('begins a new draft an hour later, which takes the next words', async () => {
    await sample.does(people.leader, 'draft-request', { text: 'Vikarer oprettes for sent' });
    sample.clock.now = minutes(60);
    const { value } = (await attach(people.leader, [file()])) as { value: { about: string } };
    expect(await drafts(people.leader)).toMatchObject([{ id: value.about, text: '' }, {}]);
    const said = await sample.does(people.leader, 'draft-request', { text: 'Sådan ser skærmen ud' });
    expect(said).toEqual({ ok: true, value: { draftId: value.about } });
    expect(await drafts(people.leader)).toMatchObject([{ id: value.about, text: 'Sådan ser skærmen ud' }, {}]);
  });

  test('refuses to send a draft without words', async () => {
    const { value } = (await attach(people.leader, [file()])) as { value: { about: string } };
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
    expect(await attach(email, [file()], id)).toEqual({ ok: true, value: { about: id, is: 'request' } });
  });

  test('does not fetch a file whose reported size is too large, and tells its sender', async () => {
    const { id } = await sample.request();
    sample.stored.outbox.clear();
    expect(await attach(people.leader, [file({ size: 10 * 1024 * 1024 + 1 })], id)).toMatchObject({ ok: true });
    expect(await kinds()).toEqual(['file-refused']);
    expect(await sample.world.attachments.of(id)).toEqual([]);
  });

  test('keeps ten files, and refuses each further one', async () => {
    const { id } = await sample.request();
    await attach(
      people.leader,
      Array.from({ length: 8 }, () => file()),
      id,
    );
    sample.stored.outbox.clear();
    await attach(
      people.leader,
      Array.from({ length: 4 }, () => file()),
      id,
    );
    expect(await kinds()).toEqual(['fetch-file', 'fetch-file', 'file-refused', 'file-refused']);
    expect(await sample.world.attachments.of(id)).toHaveLength(10);
  });

  test('keeps the tenth file after others that are too large', async () => {
    const large = Array.from({ length: 10 }, () => file({ size: 11 * 1024 * 1024 }));
    const { value } = (await attach(people.leader, [...large, file({ name: 'lille.png' })])) as {
      value: { about: string };
    };
    expect(await sample.world.attachments.of(idOf(value.about))).toMatchObject([{ name: 'lille.png' }]);
  });

  test('keeps no link to a refused file, and nothing of it with a discarded draft', async () => {
    const { value } = (await attach(people.leader, [file({ size: 11 * 1024 * 1024 })])) as { value: { about: string } };
    const refused = () => sample.stored.attachments.all().filter(({ about }) => about === value.about);
    expect(refused()).toMatchObject([{ state: 'refused', source: { reference: '' } }]);
    expect(await sample.does(people.leader, 'discard-draft', { draftId: value.about })).toMatchObject({ ok: true });
    expect(refused()).toEqual([]);
  });

  test('lists files in the order in which they were sent', async () => {
    const names = ['c.png', 'a.png', 'b.png'];
    const { value } = (await attach(
      people.leader,
      names.map((name) => file({ name })),
    )) as { value: { about: string } };
    expect((await sample.world.attachments.of(idOf(value.about))).map(({ name }) => name)).toEqual(names);
  });

  test('deletes the files of a discarded draft with their content', async () => {
    const { value } = (await attach(people.leader, [file()])) as { value: { about: string } };
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
    const { value } = (await attach(people.leader, [file({ name })])) as { value: { about: string } };
    expect(await sample.world.attachments.of(idOf(value.about))).toMatchObject([{ name: shown }]);
  });

  test('shortens a name at its beginning, without leaving half an emoji', async () => {
    const { value } = (await attach(people.leader, [file({ name: `${'😀'.repeat(80)}x.png` })])) as {
      value: { about: string };
    };
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
    const { value } = (await attach(people.leader, [file()])) as { value: { about: string } };
    expect(await attach(people.otherLeader, [file()], value.about)).toMatchObject({ refusal: 'not-found' });
  });

  test('keeps a first file of a person who cannot send requests', async () => {
    sample.stored.people.changeWhere(({ email }) => email === people.admin, { roles: ['admin'] });
    expect(await attach(people.admin, [file()])).toMatchObject({ ok: true, value: { is: 'draft' } });
  });

  test('refuses to discard another person’s draft', async () => {
    const { value } = (await attach(people.leader, [file()])) as { value: { about: string } };
    expect(await sample.does(people.otherLeader, 'discard-draft', { draftId: value.about })).toMatchObject({
      ok: false,
      refusal: 'nothing-there',
    });
    expect(await sample.world.attachments.of(idOf(value.about))).toHaveLength(1);
  });
});
