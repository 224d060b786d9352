import { describeError } from '../../bot/log.ts';

const said = 'Mette venter på løn';

test('logs an error by name, code and place, without its message', () => {
  const error = Object.assign(new TypeError(said), { code: 'ECONNRESET', statusCode: 502 });
  const described = describeError(error);
  expect(described).toMatchObject({ type: 'TypeError', code: 'ECONNRESET', statusCode: 502 });
  expect(described.at).toEqual(expect.arrayContaining([expect.stringContaining('log.test.ts')]));
  expect(JSON.stringify(described)).not.toContain('Mette');
});

test('leaves out a message of several lines whole', () => {
  const described = describeError(new Error(`${said}\n${said}\n  hej at alle`));
  expect(JSON.stringify(described)).not.toMatch(/Mette|alle/);
});

test('leaves out a line of the message that looks like a place', () => {
  const described = describeError(new Error(`${said}\n    at Mette venter (siden 8:30)\nat alle ved det`));
  expect(JSON.stringify(described)).not.toMatch(/Mette|alle/);
  expect(described.at).toEqual(expect.arrayContaining([expect.stringContaining('log.test.ts')]));
});

test('leaves out the fields that an SDK adds to its errors', () => {
  const error = Object.assign(new Error('refused'), {
    request: { headers: { authorization: 'Bearer abc' }, body: said },
    response: { bodyAsText: said },
  });
  expect(JSON.stringify(describeError(error))).not.toMatch(/Bearer|Mette/);
});

test('describes causes in the same way', () => {
  const error = new Error(said, { cause: new RangeError(said) });
  expect(describeError(error)).toMatchObject({ type: 'Error', cause: { type: 'RangeError' } });
  expect(JSON.stringify(describeError(error))).not.toContain('Mette');
});

test('logs a thrown value that is no error by its type alone', () => {
  expect(describeError(said)).toEqual({ type: 'string' });
});
