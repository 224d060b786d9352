import { decideCard, decideComment, roomsConcernedBy } from '../../../domain/channels/room-rules.ts';
import type { UnitId } from '../../../domain/ids.ts';
import { personId, requestId } from '../../../domain/input.ts';
import type { RequestView } from '../../../domain/requests/view-request.ts';
import type { State } from '../../../domain/vocabulary.ts';
import { units } from '../../ids.ts';
import { openSample, people } from '../../sample-domain.ts';

const hr = { id: 'room', unit: units.hr };
const card = { kind: 'card', to: 'room', message: 'm1' };
const elsewhere = [
  { kind: 'card', to: 'another room', message: 'm2' },
  { kind: 'words', to: 'room', message: 'm3' },
];
const handedOver = (from: UnitId, to: UnitId): RequestView['history'] => [
  {
    byName: 'Ulla Pihl',
    unit: 'Koncern IT',
    event: {
      id: 'e',
      requestId: requestId.parse('r'),
      step: 2,
      at: new Date('2026-11-24T09:00:00+01:00'),
      type: 'handedOver',
      from,
      to,
      reason: 'Det er jeres',
    },
  },
];
const view = (unit: UnitId, state: State, history: RequestView['history'] = []) => ({
  request: { unit, state },
  history,
});

describe('the card of a request, in a channel', () => {
  test.each([
    ['is posted when it is new', hr, view(units.hr, 'routed'), elsewhere, { do: 'post' }],
    ['is updated in place', hr, view(units.hr, 'routed'), [...elsewhere, card], { do: 'update', at: card }],
    ['is updated when the request is settled', hr, view(units.hr, 'declined'), [card], { do: 'update', at: card }],
    ['is not posted any more when the request is settled', hr, view(units.hr, 'declined'), [], { do: 'nothing' }],
    [
      'is replaced by a notice when the request was handed over',
      hr,
      view(units.it, 'routed', handedOver(units.hr, units.it)),
      [card],
      { do: 'moved', at: card },
    ],
    [
      'is not posted where the request was before',
      hr,
      view(units.it, 'routed', handedOver(units.hr, units.it)),
      [],
      { do: 'nothing' },
    ],
    [
      'stays unchanged in a channel that shows another unit’s inbox now',
      { id: 'room', unit: units.it },
      view(units.hr, 'acknowledged'),
      [card],
      { do: 'nothing' },
    ],
    [
      'stays unchanged in a channel that shows no inbox any more',
      { id: 'room', unit: null },
      view(units.hr, 'routed'),
      [card],
      { do: 'nothing' },
    ],
  ])('%s', (_what, room, seen, postings, decision) => {
    expect(decideCard<(typeof postings)[number]>(room, seen, postings)).toEqual(decision);
  });
});

test('replaces the card in the channel of a closed unit, which shows no inbox any more', () => {
  const left = view(units.it, 'routed', handedOver(units.hr, units.it));
  const room = { id: 'room', unit: null };
  expect(decideCard(room, left, [card], units.hr)).toEqual({ do: 'moved', at: card });
  expect(decideCard(room, left, [card], units.legal)).toEqual({ do: 'nothing' });
  expect(decideCard({ id: 'room', unit: units.it }, left, [card], units.hr)).toEqual({ do: 'update', at: card });
});

describe('a message about a request', () => {
  test.each([
    ['goes into the thread under the card', hr, [card], { do: 'reply', at: card }],
    ['is not posted in a channel that never had the card', hr, elsewhere, { do: 'nothing' }],
    ['is not posted in a channel of another unit', { id: 'room', unit: units.it }, [card], { do: 'nothing' }],
    ['is not posted in a channel that shows no inbox any more', { id: 'room', unit: null }, [card], { do: 'nothing' }],
  ])('%s', (_what, room, postings, decision) => {
    expect(decideComment<(typeof postings)[number]>(room, { unit: units.hr }, postings)).toEqual(decision);
  });
});

test('gives each channel that shows the unit’s inbox or holds the card once', async () => {
  const sample = await openSample();
  const room = async (name: string, unit: UnitId | null) => {
    const { id } = await sample.world.rooms.meet('slack', name, { channel: name });
    await sample.world.rooms.follow(id, unit, personId.parse('somebody'));
    return id;
  };
  const [following, standing] = [await room('C-HR', units.hr), await room('C-IT', units.it)];
  await room('C-NONE', null);
  const request = await sample.request();
  for (const to of [following, standing, (await sample.person(people.hr)).id])
    await sample.world.postings.put({
      platform: 'slack',
      conversation: to,
      message: to,
      about: request.id,
      kind: 'card',
      to,
    });
  expect((await roomsConcernedBy(sample.world, request)).map(({ id }) => id)).toEqual([following, standing]);
});
