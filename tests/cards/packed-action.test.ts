import fc from 'fast-check';
import {
  fieldKey,
  inputName,
  packAction,
  packMetadata,
  separateFields,
  unpackAction,
  unpackMetadata,
  unpackValue,
} from '../../cards/packed-action.ts';

const names = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,20}$/).filter((name) => inputName.safeParse(name).success);
const inputs = fc.dictionary(names, fc.string({ unit: 'grapheme', maxLength: 40 }), { maxKeys: 6 });
const good = { v: 1, a: 'show-request', i: { requestId: 'r1' }, n: 'n1' };

test('gives back a packed action unchanged, through JSON', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const value = JSON.stringify(packAction('show-request', input, 'n1'));
      expect(unpackValue(value)).toEqual({ action: 'show-request', input, nonce: 'n1' });
    }),
  );
});

test('unpacks nothing but packed actions, and never throws', () => {
  fc.assert(fc.property(fc.anything(), (raw) => unpackAction(raw) === null));
  fc.assert(fc.property(fc.string(), (text) => unpackValue(text) === null && unpackMetadata(text) === null));
});

test.each([
  ['another version', { ...good, v: 2 }],
  ['an action that is no name', { ...good, a: 'show request' }],
  ['an action that is not text', { ...good, a: 7 }],
  ['input that is not text', { ...good, i: { requestId: 7 } }],
  ['input in a list', { ...good, i: ['r1'] }],
  ['no nonce', { v: 1, a: 'show-request', i: {} }],
  ['a member too many', { ...good, x: 1 }],
  ['a constructor', { ...good, i: { constructor: 'x' } }],
  ['a prototype', { ...good, i: { prototype: 'x' } }],
  ['a hidden prototype', JSON.parse('{"v":1,"a":"show-request","i":{"__proto__":"x"},"n":"n1"}')],
  ['a hidden prototype around it', JSON.parse('{"v":1,"a":"show-request","i":{},"n":"n1","__proto__":{}}')],
  ['more than 2,000 characters', { ...good, i: { text: 'x'.repeat(2000) } }],
])('refuses %s', (_, raw) => {
  expect(unpackAction(raw)).toBeNull();
});

test('throws instead of packing an action that it could not unpack', () => {
  expect(() => packAction('show-request', { text: 'x'.repeat(2000) }, 'n1')).toThrow('does not fit into a button');
});

test('keeps the message that a modal was opened from', () => {
  const packed = packAction('answer-request', { requestId: 'r1' }, 'n1');
  const read = { action: 'answer-request', input: { requestId: 'r1' }, nonce: 'n1' };
  const origin = { channel: 'D1', ts: '1700000000.000100' };
  expect(unpackMetadata(packMetadata(packed, origin))).toEqual({ ...read, origin });
  expect(unpackMetadata(packMetadata(packed, null))).toEqual({ ...read, origin: null });
});

test('separates the fields of a Teams form from its button', () => {
  const packed = packAction('submit-request', { draftId: 'd1' }, 'n1');
  const data = {
    ...packed,
    [fieldKey('a')]: 'a field may be called as a part of the button is',
    [fieldKey('minutesPerTime')]: 7.5,
    [fieldKey('anonymous')]: true,
    [fieldKey('kind')]: null,
  };
  expect(separateFields(data)).toEqual({
    packed,
    fields: {
      a: 'a field may be called as a part of the button is',
      minutesPerTime: '7.5',
      anonymous: 'true',
      kind: '',
    },
  });
});

test.each([
  ['no object', 'text'],
  ['nothing', null],
  ['a field with an object in it', { ...good, 'field.text': {} }],
  ['a field without a name', { ...good, 'field.': 'x' }],
  ['a field named after every object', { ...good, 'field.constructor': 'x' }],
  ['a field that would be a prototype', { ...good, 'field.__proto__': 'x' }],
])('separates nothing from %s', (_, data) => {
  expect(separateFields(data)).toBeNull();
});

test('refuses a field called __proto__', () => {
  const parts = separateFields(JSON.parse('{"v":1,"a":"help","i":{},"n":"n1","__proto__":{"v":1}}'));
  expect(unpackAction(parts?.packed)).toBeNull();
});
