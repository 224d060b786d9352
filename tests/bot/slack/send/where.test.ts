import { type Facts, rows, whereElse, whereFor } from '../../../../bot/slack/send/where.ts';

/** A card that answers a written message in a direct message. */
const plain: Facts = {
  reply: 'card',
  at: 'below',
  from: 'chat',
  canOpen: false,
  actedOn: 'nothing',
  isPrivate: false,
  isReceipt: false,
  isAbout: false,
};

const cases: ReadonlyArray<[name: string, facts: Partial<Facts>, where: string]> = [
  [
    'a form takes the place of the form that was acted on',
    { reply: 'form', canOpen: true, from: 'form', actedOn: 'modal', at: 'here' },
    'same-modal',
  ],
  ['a form opens in a modal', { reply: 'form', canOpen: true, actedOn: 'message' }, 'modal'],
  ['a card for somebody on the Home tab comes in a modal', { canOpen: true, from: 'elsewhere', at: 'here' }, 'modal'],
  ['a new card is laid on the modal', { canOpen: true, from: 'modal', actedOn: 'modal' }, 'modal'],
  ['a word is laid on a form, which stays', { canOpen: true, from: 'form', actedOn: 'modal' }, 'modal'],
  [
    'a card takes the place of the modal that was acted on',
    { canOpen: true, from: 'modal', at: 'here', actedOn: 'modal' },
    'same-modal',
  ],
  [
    'a receipt for what was pressed in a channel comes to the own chat',
    { isPrivate: true, isReceipt: true },
    'own-chat',
  ],
  [
    'the channel’s own card stays when one person presses it',
    { isPrivate: true, actedOn: 'message', at: 'here', isAbout: true },
    'nowhere',
  ],
  [
    'other answers in a channel are for the presser’s eyes only',
    { isPrivate: true, actedOn: 'message', at: 'here' },
    'whisper',
  ],
  ['a card takes the place of the message that was acted on', { actedOn: 'message', at: 'here' }, 'in-place'],
  ['everything else comes below', { actedOn: 'message' }, 'below'],
];

test.each(cases)('%s', (_name, facts, where) => {
  expect(whereFor({ ...plain, ...facts })).toBe(where);
});

test('there is a case for each row, in its order', () => {
  const first = (facts: Partial<Facts>) =>
    rows.findIndex(({ when }) =>
      Object.entries(when).every(([key, value]) => ({ ...plain, ...facts })[key as keyof Facts] === value),
    );
  expect(cases.map(([, facts]) => first(facts))).toEqual(rows.map((_row, index) => index));
});

test.each<[name: string, facts: Partial<Facts>, where: string]>([
  ['a form that came too late is opened from a message', { reply: 'form', canOpen: true, actedOn: 'message' }, 'below'],
  [
    'in a channel it is opened from words for the presser’s eyes only',
    { reply: 'form', canOpen: true, isPrivate: true },
    'whisper',
  ],
  [
    'a receipt whose modal was closed is for the presser’s eyes only',
    { isPrivate: true, isReceipt: true, actedOn: 'modal' },
    'whisper',
  ],
  ['a card whose message is gone comes below', { actedOn: 'message', at: 'here' }, 'below'],
])('when the place is gone, %s', (_name, facts, where) => {
  expect(whereElse({ ...plain, ...facts })).toBe(where);
});
