import type { Message } from '../../web/playground/api.ts';
import { stepOf, steps } from '../../web/playground/story.ts';

const message = (from: Message['from'], text: string): Message => ({
  id: text,
  from,
  at: '2026-11-24T08:02:00.000Z',
  text,
});
const nothing = { leader: [], owner: [], manager: [] };
const asked = [message('person', 'Lønnen kommer for sent'), message('bot', 'Ja, send det')];
const sent = [
  message('person', 'Lønnen kommer for sent'),
  message('bot', 'Tak – dit ønske har fået nummer FØ-2026-0001'),
];
const answered = [...sent, message('bot', 'Der er svar på dit ønske FØ-2026-0001')];

test.each([
  ['nobody has written', nothing, 0],
  ['the leader has only said hello', { ...nothing, leader: [message('person', 'Hej')] }, 0],
  ['the bot has understood the leader', { ...nothing, leader: asked }, 1],
  ['the wish has its number', { ...nothing, leader: sent }, 2],
  ['the owner has answered', { ...nothing, leader: answered }, 3],
  [
    'the manager was shown something that they did not ask for',
    { ...nothing, leader: answered, manager: sent.slice(1) },
    3,
  ],
  ['the manager has asked', { ...nothing, leader: answered, manager: [message('person', 'overblik')] }, 4],
])('when %s, the story tells the next step', (_when, since, index) => {
  expect(stepOf(since)).toBe(steps[index]);
});
