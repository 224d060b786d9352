import type { MessagePlace, Posting } from '../../../domain/delivery/posting.ts';
import type { World } from '../../../domain/ports.ts';
import { Collision } from '../../../domain/ports.ts';
import type { Attachment } from '../../../domain/requests/record/attachment.ts';
import type { Comment } from '../../../domain/requests/record/comment.ts';
import { idOf, units } from '../../ids.ts';
import { later, type Now, noon } from './stage.ts';

export function commentsContract(now: Now): void {
  test('lists the comments of a request, oldest first', async () => {
    const { world } = now();
    const comment = (requestId: string, at: Date): Comment => ({
      id: world.newId(),
      requestId: idOf(requestId),
      at,
      by: idOf('somebody'),
      side: 'unit',
      text: 'Vi ser på det',
    });
    const [second, first, others] = [comment('r1', later(1)), comment('r1', noon), comment('r2', noon)];
    for (const one of [second, first, others]) await world.comments.add(one);
    expect(await world.comments.ofRequest(idOf('r1'))).toEqual([first, second]);
    expect(await world.comments.ofRequests([idOf('r1'), idOf('none')])).toEqual([first, second]);
    expect((await world.comments.ofRequests([idOf('r1'), idOf('r2')])).map(({ id }) => id).sort()).toEqual(
      [first, second, others].map(({ id }) => id).sort(),
    );
    expect(await world.comments.ofRequests([])).toEqual([]);
    expect(await world.comments.byId(idOf(others.id))).toEqual(others);
    expect(await world.comments.byId(idOf('none'))).toBeNull();
  });
}

export function attachmentsContract(now: Now): void {
  const attachment = (world: World, changes: Partial<Attachment> = {}): Attachment => ({
    id: world.newId(),
    about: idOf('r1'),
    by: idOf('somebody'),
    at: noon,
    name: 'skærm.png',
    size: 3,
    type: null,
    state: 'fetching',
    problem: null,
    source: { platform: 'slack', reference: 'F1' },
    ...changes,
  });
  const content = new Uint8Array([0, 1, 255]);

  test('lists the attachments of a request, oldest first, without refused ones', async () => {
    const { world } = now();
    const [second, first] = [attachment(world, { at: later(1) }), attachment(world)];
    const refused = attachment(world, { state: 'refused', problem: 'gone' });
    for (const one of [second, first, refused, attachment(world, { about: idOf('r2') })])
      await world.attachments.add(one);
    expect(await world.attachments.of(idOf('r1'))).toEqual([first, second]);
    expect(await world.attachments.byId(refused.id)).toEqual(refused);
  });

  test('keeps the order of files of the same instant', async () => {
    const { world } = now();
    const all = Array.from({ length: 5 }, () => attachment(world));
    for (const one of all) await world.attachments.add(one);
    expect(await world.attachments.of(idOf('r1'))).toEqual(all);
  });

  test('changes one field and leaves the rest', async () => {
    const { world } = now();
    const added = attachment(world);
    await world.attachments.add(added);
    await world.attachments.change(added.id, { state: 'stored', type: 'image/png' });
    expect(await world.attachments.byId(added.id)).toEqual({ ...added, state: 'stored', type: 'image/png' });
  });

  test('removes all files of a draft with their content, the refused ones too, and nothing else', async () => {
    const { world } = now();
    const [stored, other] = [attachment(world), attachment(world, { about: idOf('another') })];
    const refused = attachment(world, { state: 'refused', problem: 'too-large' });
    for (const one of [stored, refused, other]) await world.attachments.add(one);
    await world.attachments.keep(stored.id, content);
    await world.attachments.removeOf(stored.about);
    expect(await world.attachments.content(stored.id)).toBeNull();
    for (const { id } of [stored, refused]) expect(await world.attachments.byId(id)).toBeNull();
    expect(await world.attachments.byId(other.id)).toEqual(other);
  });

  test('keeps, replaces and removes content', async () => {
    const { world } = now();
    const added = attachment(world);
    await world.attachments.add(added);
    expect(await world.attachments.content(added.id)).toBeNull();
    await world.attachments.keep(added.id, new Uint8Array([9]));
    await world.attachments.keep(added.id, content);
    expect([...((await world.attachments.content(added.id)) ?? [])]).toEqual([...content]);
    await world.attachments.remove(added.id);
    expect(await world.attachments.byId(added.id)).toBeNull();
    expect(await world.attachments.content(added.id)).toBeNull();
  });

  test('tells empty content from no content', async () => {
    const { world } = now();
    await world.attachments.keep(idOf('f1'), new Uint8Array());
    expect([...((await world.attachments.content(idOf('f1'))) ?? [1])]).toEqual([]);
  });
}

export function roomsContract(now: Now): void {
  const place = { channel: 'C1', team: 'T1' };

  test('makes a room at the first meeting, and keeps its id in a new place', async () => {
    const { world } = now();
    const made = await world.rooms.meet('slack', 'C1', place);
    expect(made).toMatchObject({ platform: 'slack', conversation: 'C1', place, unit: null, followedBy: null });
    const again = await world.rooms.meet('slack', 'C1', { channel: 'C1', team: 'T2' });
    expect(again).toEqual({ ...made, place: { channel: 'C1', team: 'T2' } });
    expect(await world.rooms.byId(made.id)).toEqual(again);
    expect((await world.rooms.meet('teams', 'C1', place)).id).not.toBe(made.id);
  });

  test('makes one room when it is met several times at once', async () => {
    const { world } = now();
    const met = await Promise.all(Array.from({ length: 4 }, () => world.rooms.meet('slack', 'C1', place)));
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  });

  test('shows a unit until it shows another, none, or the bot is removed', async () => {
    const { world } = now();
    const { id } = await world.rooms.meet('slack', 'C1', place);
    await world.rooms.follow(id, units.hr, idOf('an-owner'));
    expect(await world.rooms.ofUnit(units.hr)).toMatchObject([{ id, followedBy: 'an-owner' }]);
    expect(await world.rooms.meet('slack', 'C1', place)).toMatchObject({ unit: units.hr });
    await world.rooms.follow(id, null, idOf('an-owner'));
    expect(await world.rooms.byId(id)).toMatchObject({ unit: null, followedBy: null });
    await world.rooms.follow(id, units.it, idOf('an-owner'));
    await world.rooms.leave('teams', 'C1');
    expect(await world.rooms.ofUnit(units.it)).toHaveLength(1);
    await world.rooms.leave('slack', 'C1');
    expect(await world.rooms.ofUnit(units.it)).toEqual([]);
    expect(await world.rooms.byId(id)).toMatchObject({ unit: null, followedBy: null });
  });

  test('leaves all rooms of a team together', async () => {
    const { world } = now();
    for (const [conversation, team] of [
      ['C1', 'T1'],
      ['C2', 'T1'],
      ['C3', 'T2'],
    ] as const) {
      const { id } = await world.rooms.meet('teams', conversation, { conversation, team });
      await world.rooms.follow(id, units.hr, idOf('an-owner'));
    }
    await world.rooms.leaveAll('slack', { team: 'T1' });
    await world.rooms.leaveAll('teams', { team: 'T1' });
    expect((await world.rooms.ofUnit(units.hr)).map(({ conversation }) => conversation)).toEqual(['C3']);
  });

  test('keeps the room and its inbox when its conversation gets another id', async () => {
    const { world } = now();
    const { id } = await world.rooms.meet('slack', 'G1', { channel: 'G1' });
    await world.rooms.follow(id, units.hr, idOf('an-owner'));
    await world.rooms.meet('slack', 'C1', { channel: 'C1' });
    await world.rooms.moveConversation('slack', 'G1', 'C1', { channel: 'C1' });
    await world.rooms.moveConversation('slack', 'G2', 'C2', { channel: 'C2' });
    const kept = { id, conversation: 'C1', place: { channel: 'C1' }, unit: units.hr };
    expect(await world.rooms.all()).toMatchObject([kept]);
  });

  test('keeps the inbox that somebody has had shown under the new id already', async () => {
    const { world } = now();
    for (const conversation of ['G1', 'C1']) {
      const { id } = await world.rooms.meet('slack', conversation, { channel: conversation });
      await world.rooms.follow(id, units.hr, idOf('an-owner'));
    }
    await world.transaction(() => world.rooms.moveConversation('slack', 'G1', 'C1', { channel: 'C1' }));
    expect(await world.rooms.ofUnit(units.hr)).toMatchObject([{ conversation: 'C1' }]);
  });
}

export function postingsContract(now: Now): void {
  const at: MessagePlace = { platform: 'slack', conversation: 'C1', message: '1.1' };
  const posting: Posting = { ...at, about: idOf('r1'), kind: 'card', to: idOf('somebody') };

  test('has the messages of a conversation under its new id', async () => {
    const { world } = now();
    const elsewhere: Posting = { ...posting, conversation: 'C3' };
    for (const one of [posting, elsewhere]) await world.postings.put(one);
    await world.postings.moveConversation('slack', 'C1', 'C2');
    expect(await world.postings.at(at)).toBeNull();
    expect(await world.postings.at({ ...at, conversation: 'C2' })).toEqual({ ...posting, conversation: 'C2' });
    expect(await world.postings.at(elsewhere)).toEqual(elsewhere);
  });

  test('finds a posting by its place and by its subject', async () => {
    const { world } = now();
    const elsewhere: Posting = { ...posting, message: '1.2', kind: 'words' };
    const other: Posting = { ...posting, platform: 'teams', about: idOf('r2') };
    for (const one of [posting, elsewhere, other]) await world.postings.put(one);
    expect(await world.postings.at(at)).toEqual(posting);
    expect(await world.postings.of(idOf('r1'))).toEqual([posting, elsewhere]);
    expect(await world.postings.at({ ...at, conversation: 'C2' })).toBeNull();
  });

  test('replaces the posting at the same place', async () => {
    const { world } = now();
    await world.postings.put(posting);
    await world.postings.put({ ...posting, about: idOf('r2'), kind: 'reply' });
    expect(await world.postings.at(at)).toEqual({ ...posting, about: 'r2', kind: 'reply' });
    expect(await world.postings.of(idOf('r1'))).toEqual([]);
  });

  test('replaces a posting within a transaction, which may have to start over', async () => {
    const { world } = now();
    await world.postings.put(posting);
    const changed: Posting = { ...posting, about: idOf('r2'), kind: 'words' };
    const work = () => world.transaction(() => world.postings.put(changed));
    await work().catch((error: unknown) => {
      if (!(error instanceof Collision)) throw error;
      return work();
    });
    expect(await world.postings.at(at)).toEqual(changed);
  });

  test('removes a posting', async () => {
    const { world } = now();
    await world.postings.put(posting);
    await world.postings.remove(at);
    await world.postings.remove(at);
    expect(await world.postings.at(at)).toBeNull();
  });
}
