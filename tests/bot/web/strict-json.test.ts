import fc from 'fast-check';
import { readStrictObject } from '../../../bot/web/strict-json.ts';

test.each([
  ['{"a":1,"a":1}'],
  ['{"a":1,"\\u0061":2}'],
  ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}'],
  ['{"":1,"":2}'],
  ['{"__proto__":1,"__proto__":2}'],
  ['{"a":"x\\\\","a":2}'],
  ['{ "a" : [1,2] , "a" : 3 }'],
])('finds a key twice in %s', (json) => {
  expect(readStrictObject(json)).toBeNull();
});

test.each([
  ['{"a":{"a":{"a":1}}}'],
  ['{"a":"\\",\\"a\\":\\""}'],
  ['{"a":["a","a"],"b":"a"}'],
  ['{"a":[{"b":1},{"b":1}],"b":1}'],
  ['{"a":"{\\"a\\":1,","b":"\\\\\\""}'],
  ['{}'],
])('finds no key twice in %s', (json) => {
  expect(readStrictObject(json)).toEqual(JSON.parse(json));
});

test.each(['', 'null', '5', '"a"', '[]', '[{}]', '{"a":1', '{a:1}', '{"a":1}}'])('takes %j for no object', (json) => {
  expect(readStrictObject(json)).toBeNull();
});

test('reads any object as it was written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json = JSON.stringify(value);
      expect(readStrictObject(json)).toEqual(JSON.parse(json));
      const twice = JSON.stringify({ a: value, b: [] }).replace(/"b":\[\]\}$/, '"\\u0061":1}');
      expect(readStrictObject(twice)).toBeNull();
    }),
  );
});
