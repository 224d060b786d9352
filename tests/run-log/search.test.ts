import { leaksIn, problemOfRun } from './search.ts';

const told = [{ message: { from: 'person', text: 'Vikarer får løn\nen uge for sent "hver" gang' } }];
const line = (fields: object) =>
  `${JSON.stringify({ level: 30, action: 'draft-request', ...fields, msg: 'handled' })}\n`;
const secrets = ['signing-secret-of-the-tests'];

test('finds nothing in a correct log', () => {
  const log = line({ actor: 'a1', arrival: 'q1w2e3' }) + line({ err: { at: ['at run (file:///bot/answer.ts:1:2)'] } });
  expect(leaksIn(log, told, secrets)).toEqual([]);
});

test.each([
  ['a text', line({ text: 'Vikarer får løn\nen uge for sent "hver" gang' })],
  ['a text', line({ err: { message: 'cannot read: Vikarer får løn' } })],
  ['a text', 'TypeError: Vikarer får løn is not a function'],
  ['a bearer token', line({ headers: 'authorization: Bearer abc.def-0123456789' })],
  ['a signed token', line({ token: 'eyJhbGciOiJSUzI1NiJ9.e30.x' })],
  ['a token of Slack', line({ url: 'https://slack.example/?token=xoxb-1-2' })],
  ['a token of Slack', line({ token: 'xapp-1-A' })],
  ['an e-mail address', line({ actor: 'pernille.oestergaard@fjordby.example' })],
  ['a conversation in Teams', line({ key: 'teams:19:abc@thread.tacv2:1' })],
  ['a CPR number', line({ text: 'x 070761-4285' })],
  ['a secret of the tests', line({ key: 'signing-secret-of-the-tests' })],
])('finds %s in %s', (kind, log) => {
  expect(leaksIn(line({}) + log, told, secrets)).toEqual([expect.stringContaining(`${kind} in `)]);
});

test('fails a run whose log was not kept, unless no message was sent in it', () => {
  expect(problemOfRun({ leaks: [], lines: 0, texts: 3 })).toContain('nothing was logged');
  expect(problemOfRun({ leaks: [], lines: 0, texts: 0 })).toBeNull();
  expect(problemOfRun({ leaks: [], lines: 2, texts: 3 })).toBeNull();
  expect(problemOfRun({ leaks: ['a text in x'], lines: 2, texts: 3 })).toContain('a text in x');
});
