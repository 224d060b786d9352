import { type Limit, restsOf } from '../../bot/send-rates.ts';
import { channelLimits } from '../../bot/slack/send/deliver.ts';
import { threadLimits } from '../../bot/teams/send/deliver.ts';

/** Instances write in one conversation for an hour as fast as its rests let them; the instants in milliseconds. */
function sends(limits: readonly Limit[], instances: number): number[] {
  let now = 0;
  const rests = Array.from({ length: instances }, () => restsOf(limits, () => now));
  const sent: number[] = [];
  while (now < 3_600_000) {
    sent.push(now);
    now += rests[sent.length % instances]?.('one chat') ?? 0;
  }
  return sent;
}

/** The most sends in any span of so many seconds. */
function most(sent: readonly number[], seconds: number): number {
  let from = 0;
  return Math.max(
    ...sent.map((at, index) => {
      while ((sent[from] as number) + seconds * 1000 <= at) from += 1;
      return index - from + 1;
    }),
  );
}

test.each([
  ['Slack', channelLimits, 1],
  ['Slack', channelLimits, 3],
  ['Teams', threadLimits, 1],
  ['Teams', threadLimits, 2],
  ['Teams', threadLimits, 3],
] as const)(
  'a conversation in %s keeps to its limits with the rests of %s instances',
  (_platform, limits, instances) => {
    const sent = sends(limits, instances);
    for (const { calls, seconds } of limits) {
      expect(most(sent, seconds)).toBeLessThanOrEqual(calls);
      expect(most(sent, seconds)).toBeGreaterThan(calls / 2);
    }
  },
);

test('each conversation is counted for itself', () => {
  const rest = restsOf(threadLimits, () => 0);
  for (let message = 0; message < 30; message++) rest('busy');
  expect(rest('busy')).toBeGreaterThan(500);
  expect(rest('quiet')).toBe(250);
});
