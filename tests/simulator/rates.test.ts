import { Rates } from '../../simulator/rates.ts';

let ticks = 0;
const rates = () => {
  ticks = 0;
  return new Rates(() => ticks);
};

test('Teams takes seven messages a second in one conversation, and eight in two', () => {
  const limited = rates();
  const seven = Array.from({ length: 8 }, () => limited.teams('tenant', 'chat'));
  expect(seven).toEqual([null, null, null, null, null, null, null, 1]);
  ticks = 1000;
  expect([limited.teams('tenant', 'chat'), limited.teams('tenant', 'chat')]).toEqual([null, 1]);
});

test('Teams takes sixty messages in thirty seconds in one conversation', () => {
  const limited = rates();
  const answers = Array.from({ length: 61 }, (_none, number) => {
    ticks = number * 400;
    return limited.teams('tenant', 'chat');
  });
  expect(answers.slice(0, 60)).toEqual(Array(60).fill(null));
  expect(answers[60]).toBe(6);
});

test('Teams takes thirty messages a second in one tenant, and counts no other tenant with it', () => {
  const limited = rates();
  const answers = Array.from({ length: 31 }, (_none, number) => limited.teams('tenant', `chat-${number}`));
  expect([answers.slice(0, 30), answers[30]]).toEqual([Array(30).fill(null), 1]);
  expect(limited.teams('other', 'chat')).toBeNull();
});

test('Slack takes one message a second in one channel', () => {
  const limited = rates();
  const post = (channel: string) => limited.slack('T1', 'chat.postMessage', channel);
  expect([post('C1'), post('C1'), post('C2')]).toEqual([null, 1, null]);
  ticks = 1000;
  expect(post('C1')).toBeNull();
});

test('Slack takes as many calls of a method a minute as its tier says', () => {
  const limited = rates();
  const answers = Array.from({ length: 51 }, () => limited.slack('T1', 'chat.update', 'C1'));
  expect([answers.slice(0, 50), answers[50]]).toEqual([Array(50).fill(null), 60]);
  expect(limited.slack('T1', 'auth.test', '')).toBeNull();
});
