import type { BadInput } from './stage.ts';

const get =
  (path: string): BadInput[3] =>
  async (at) => {
    const response = await fetch(`${at.bot.botUrl}${path}`, { redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  };
const post =
  (path: string): BadInput[3] =>
  async (at) => {
    const response = await fetch(`${at.bot.botUrl}${path}`, { method: 'POST', redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  };
const noFile = 'Linket virker ikke længere';

/** Addresses that a browser may open. */
export const pages: BadInput[] = [
  ['a link to a file that was never made', 404, noFile, get('/files/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
  [
    'the opening of a file behind a link that was never made',
    404,
    noFile,
    post('/files/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
  ],
  ['the opening of a file by an operator', 404, noFile, post('/files/%7B%22%24ne%22%3Anull%7D')],
  ['the opening of a file by its own id', 404, noFile, (at) => post(`/files/${at.requestId}`)(at)],
  ['an operator as a link to a file', 404, noFile, get('/files/%7B%22%24ne%22%3Anull%7D')],
  ['a way out of the files', 404, noFile, get('/files/..%2F..%2Fetc%2Fpasswd')],
  ['a NUL as a link to a file', 404, noFile, get('/files/%00')],
  ['5,000 characters as a link to a file', 404, '', get(`/files/${'a'.repeat(5000)}`)],
  ['a file by its own id', 404, noFile, (at) => get(`/files/${at.requestId}`)(at)],
  ['the install page of a bot that is in one workspace', 404, '', get('/slack/install?link=junk')],
  ['the way back from an install that nobody began', 404, '', get('/slack/oauth_redirect?code=x&state=y')],
];
