import { createHmac } from 'node:crypto';
import { Signatures, windowSeconds } from '../../../../bot/slack/receive/signature.ts';

const secret = 'the signing secret';
const now = 1_795_507_200;
const body = Buffer.from('{"text":"æ"}');

function signed(timestamp: number | string, bytes: Buffer = body) {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}

const clock = { seconds: now };
let signatures: Signatures;
beforeEach(() => {
  clock.seconds = now;
  signatures = new Signatures(secret, () => clock.seconds * 1000 + 999);
});

test.each([
  ['five minutes old', -windowSeconds, true],
  ['a second older', -windowSeconds - 1, false],
  ['five minutes ahead', windowSeconds, true],
  ['a second more ahead', windowSeconds + 1, false],
])('a request that is %s', (_age, offset, taken) => {
  expect(signatures.take(signed(now + offset), body) !== null).toBe(taken);
});

test('bytes that are no text are signed as they are', () => {
  const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
  expect(signatures.take(signed(now, bytes), bytes)).not.toBeNull();
  expect(signatures.take(signed(now - 1, bytes), Buffer.from(bytes.toString('utf8')))).toBeNull();
});

test.each(['', '1e9', '0x1', '1795507200.0', ' 1795507200', '-1', '9'.repeat(13)])('%j is no timestamp', (stamp) => {
  expect(signatures.take(signed(stamp), body)).toBeNull();
});

test('a replay is refused as long as its time would let it in', () => {
  const caught = signed(now + windowSeconds);
  expect(signatures.take(caught, body)).not.toBeNull();
  for (const later of [0, 1, windowSeconds, 2 * windowSeconds, 2 * windowSeconds + 1]) {
    clock.seconds = now + later;
    expect(signatures.take(caught, body)).toBeNull();
  }
});

test('a signature that was let go may come again', () => {
  const signature = signatures.take(signed(now), body);
  signatures.release(String(signature));
  expect(signatures.take(signed(now), body)).toBe(signature);
});
