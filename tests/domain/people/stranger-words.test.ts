import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letInCard } from '../../../cards/overview/let-in.ts';
import type { Context } from '../../../domain/context.ts';
import { operator, strangerOf } from '../../../domain/people/actor.ts';
import { importList } from '../../../domain/people/import/import-list.ts';
import { askToJoin, isOpen } from '../../../domain/people/join/ask-to-join.ts';
import { keepWords, mostWaiting } from '../../../domain/people/join/keep-words.ts';
import { letIn } from '../../../domain/people/join/messages/let-in.ts';
import { forgetOldWords, welcome } from '../../../domain/people/join/stranger-words.ts';
import { perform } from '../../../domain/perform.ts';
import { units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const place = { user: 'U-NY', channel: 'D-NY' };
const stranger = strangerOf({ platform: 'slack', place, name: 'Nynne Lund', email: 'nynne.lund@fjordby.example' });
const pain = 'Vi taster de samme vagter i to systemer hver dag';

const messageOf = (message: string): Context => ({
  room: null,
  message: { at: { platform: 'slack', conversation: 'D-NY', message }, editedAt: null, files: [] },
});

const writes = (text: string | null, message = 'm1', key: string | null = null) =>
  perform({
    world: sample.world,
    useCase: keepWords,
    actor: stranger,
    input: { text },
    context: messageOf(message),
    idempotencyKey: key,
  });

const waiting = async () => (await sample.world.strangerWords.of('slack', place.user)).map(({ text }) => text);

async function decides(decision: 'letIn' | 'turnedDown') {
  const { world } = sample;
  const context: Context = { room: null, message: null };
  await perform({ world, useCase: askToJoin, actor: stranger, input: {}, context, idempotencyKey: null });
  const asked = (await world.joins.of('slack', place.user)).find(isOpen);
  expect(await sample.claims(people.admin, 'decide-join', { joinId: asked?.id, decision })).toMatchObject({ ok: true });
}

/** The list, which names the newcomer now. */
async function importsNewcomer(): Promise<void> {
  const list = readFileSync(join(import.meta.dirname, '../../../simulator/sample/organisation.csv'), 'utf8').trim();
  const row = 'nynne.lund@fjordby.example,Nynne Lund,leader,Børne- og Ungdomsforvaltningen,Havnens Skole,,,da';
  const done = await perform({
    world: sample.world,
    useCase: importList,
    actor: operator,
    input: { file: Buffer.from(`${list}\n${row}\n`).toString('base64'), removals: null },
    context: { room: null, message: null },
    idempotencyKey: null,
  });
  expect(done).toMatchObject({ ok: true });
}

const newcomer = () => sample.person('nynne.lund@fjordby.example');

async function daysPass(days: number): Promise<void> {
  sample.clock.now = new Date(sample.clock.now.getTime() + days * 24 * 3_600_000);
  for (const occurrence of forgetOldWords.occurrences(sample.clock.now))
    await forgetOldWords.run(sample.world, occurrence, new Set());
}

describe('the words of a stranger', () => {
  test('wait, once however often the message comes', async () => {
    await writes(pain, 'm1', 'k1');
    await writes(pain, 'm1', 'k1');
    await writes(pain, 'the-same-under-another-id', 'k2');
    expect(await waiting()).toEqual([pain]);
  });

  test.each([
    ['a CPR number', 'Barnet med 010203-1234 venter', 'contains-cpr'],
    ['more than a draft may have', 'ord '.repeat(10_001), 'too-long'],
  ])('are not kept with %s', async (_what, text, refusal) => {
    expect(await writes(text)).toMatchObject({ ok: false, refusal });
    expect(await waiting()).toEqual([]);
  });

  test('are kept from ten messages and no more', async () => {
    for (let n = 1; n <= mostWaiting; n++)
      expect(await writes(`${pain} ${n}`, `m${n}`)).toMatchObject({ value: { isKept: true } });
    expect(await writes('Og så én til', 'm-last')).toMatchObject({ ok: true, value: { isKept: false } });
    expect(await waiting()).toHaveLength(mostWaiting);
  });

  test('follow their message when it is edited or deleted', async () => {
    await writes(pain);
    await writes('Noget andet er svært', 'm2');
    await writes('Vi taster det hele to gange', 'm1', 'edit');
    expect(await waiting()).toEqual(['Vi taster det hele to gange', 'Noget andet er svært']);
    await writes(null, 'm1', 'deletion');
    expect(await waiting()).toEqual(['Noget andet er svært']);
  });

  test('become drafts of the person who is let in, shown with the welcome, and wait no longer', async () => {
    await writes(pain);
    await writes('Noget andet er svært', 'm2');
    await decides('letIn');
    const person = await newcomer();
    const drafts = await sample.world.drafts.ofPerson(person.id);
    expect(drafts.map(({ text }) => text).sort()).toEqual(['Noget andet er svært', pain].sort());
    expect(await waiting()).toEqual([]);
    const told = sample.stored.outbox.all().find(({ message }) => message.kind === 'let-in');
    const { kind: _kind, ...payload } = told?.message ?? { kind: '' };
    const content = await letIn.content(sample.world, person, letIn.payload.parse(payload));
    expect(content?.drafts.map(({ text }) => text)).toEqual([pain, 'Noget andet er svært']);
  });

  test('are kept also for somebody whom the list has made an owner meanwhile, with no button to send them', async () => {
    await writes(pain);
    await decides('letIn');
    const { id } = await newcomer();
    sample.stored.people.change(id, { roles: ['processOwner'], unit: units.hr });
    await writes('Noget andet er svært', 'm2');
    await decides('letIn');
    const owner = await newcomer();
    const drafts = await sample.world.drafts.ofPerson(id);
    expect(drafts.map(({ text }) => text).sort()).toEqual(['Noget andet er svært', pain].sort());
    const card = letInCard({ reader: owner, organisation: sample.organisation, drafts }, 'da');
    const shown = JSON.stringify(card);
    expect([shown.includes(pain), shown.includes('send-draft')]).toEqual([true, false]);
  });

  test('are revised by an edit of the message also after their writer was let in', async () => {
    await writes(pain);
    await decides('letIn');
    const [draft] = await sample.world.drafts.ofPerson((await newcomer()).id);
    const posting = await sample.world.postings.at({ platform: 'slack', conversation: 'D-NY', message: 'm1' });
    expect(posting).toMatchObject({ about: draft?.id, kind: 'words' });
  });

  test('are deleted when their writer is turned down', async () => {
    await writes(pain);
    await decides('turnedDown');
    expect(await waiting()).toEqual([]);
    expect(sample.stored.drafts.count()).toBe(0);
  });

  describe('of somebody whom the list names meanwhile', () => {
    const asks = async () => {
      const context: Context = { room: null, message: null };
      await perform({
        world: sample.world,
        useCase: askToJoin,
        actor: stranger,
        input: {},
        context,
        idempotencyKey: null,
      });
      return (await sample.world.joins.of('slack', place.user)).find(isOpen)?.id;
    };
    const drafts = async () => (await sample.world.drafts.ofPerson((await newcomer()).id)).map(({ text }) => text);
    const told = (kind: string) => sample.stored.outbox.all().filter(({ message }) => message.kind === kind).length;

    test('are theirs with the import, for those who have asked to be let in', async () => {
      await writes(pain);
      const joinId = await asks();
      await importsNewcomer();
      expect(await drafts()).toEqual([pain]);
      expect(await newcomer()).toMatchObject({ letIn: false, places: { slack: place } });
      expect([told('let-in'), told('tell-turned-down')]).toEqual([1, 0]);
      const late = await sample.claims(people.admin, 'decide-join', { joinId, decision: 'turnedDown' });
      expect(late).toMatchObject({ refusal: 'decided-already' });
    });

    test('are theirs, and they are not told no, when an administrator turns them down by an old card', async () => {
      await importsNewcomer();
      await writes(pain);
      const joinId = await asks();
      const decided = await sample.claims(people.admin, 'decide-join', { joinId, decision: 'turnedDown' });
      expect(decided).toMatchObject({ value: { decision: 'listed' } });
      expect(await drafts()).toEqual([pain]);
      expect([told('let-in'), told('tell-turned-down')]).toEqual([1, 0]);
    });

    test('are theirs when they write again without having asked', async () => {
      await writes(pain);
      await importsNewcomer();
      const person = await newcomer();
      for (const _time of [1, 2]) await welcome(sample.world, person, { platform: 'slack', place }, false);
      expect(await drafts()).toEqual([pain]);
      expect(told('let-in')).toBe(1);
    });
  });

  test('are deleted after 30 days, and not before', async () => {
    await writes(pain);
    await daysPass(29);
    expect(await waiting()).toEqual([pain]);
    await daysPass(2);
    expect(await waiting()).toEqual([]);
  });

  test('are read by nobody: no list, digest or card of an administrator holds them', async () => {
    await writes(pain);
    await perform({
      world: sample.world,
      useCase: askToJoin,
      actor: stranger,
      input: {},
      context: { room: null, message: null },
      idempotencyKey: null,
    });
    const told = JSON.stringify([sample.stored.outbox.all(), sample.stored.joins.all(), sample.stored.drafts.all()]);
    expect(told).not.toContain(pain);
  });
});
