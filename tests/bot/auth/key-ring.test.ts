import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../../bot/auth/key-ring.ts';

const older = { id: '2025', bytes: randomBytes(32) };
const newer = { id: '2026', bytes: randomBytes(32) };
const token = 'xoxb-1234';

test('seals a text unreadably and never the same way twice, and opens it again', () => {
  const keys = new KeyRing(newer);
  const sealed = [keys.seal(token, 'slack-token:T1'), keys.seal(token, 'slack-token:T1')];
  expect(new Set(sealed).size).toBe(2);
  for (const one of sealed) {
    expect(one).not.toContain('xoxb');
    expect(keys.open(one, 'slack-token:T1')).toBe(token);
  }
});

test('seals with a new key in front, and opens with the old one behind it', () => {
  const before = new KeyRing(older).seal(token, 'p');
  const keys = new KeyRing(newer, older);
  expect([keys.open(before, 'p'), keys.isNewest(before)]).toEqual([token, false]);
  const after = keys.seal(token, 'p');
  expect([keys.open(after, 'p'), keys.isNewest(after)]).toEqual([token, true]);
  expect(new KeyRing(newer).open(before, 'p')).toBeNull();
});

test('does not open the token of one workspace as that of another', () => {
  const keys = new KeyRing(newer);
  expect(keys.open(keys.seal(token, 'slack-token:T1'), 'slack-token:T2')).toBeNull();
});

test('opens nothing with a key that only has the id of another', () => {
  const sealed = new KeyRing(newer).seal(token, 'p');
  expect(new KeyRing({ id: newer.id, bytes: randomBytes(32) }).open(sealed, 'p')).toBeNull();
});

test('does not open a text that was changed anywhere', () => {
  const keys = new KeyRing(newer, older);
  const sealed = keys.seal(token, 'p');
  const [id = '', data = ''] = sealed.split('.');
  const bytes = Buffer.from(data, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(keys.open(`${id}.${changed.toString('base64url')}`, 'p')).toBeNull();
  }
  for (const other of ['', '.', id, `${older.id}.${data}`, `x.${data}`, `${id}.${data.slice(0, 20)}`, `${id}.`]) {
    expect(keys.open(other, 'p')).toBeNull();
  }
});
