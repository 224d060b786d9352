import type { FileId, PersonId, RequestId } from '../../../domain/ids.ts';
import { fileLinksOf } from '../../../models/conversation/file-links.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { worldOf } from '../../../models/world.ts';
import { units } from '../../ids.ts';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../../running-bot.ts';
import { people, tuesdayMorning } from '../../sample-domain.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 med indhold');

let bot: RunningBot;
let organisation: string;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  organisation = (await bot.database.stored.organisations.findOne().lean())?._id ?? '';
});
afterAll(() => bot?.close());
beforeEach(() => {
  bot.clock.now = tuesdayMorning;
});

async function personId(email: string): Promise<PersonId> {
  const found = await bot.database.stored.people.findOne({ email }).lean();
  if (!found) throw new Error(`nobody has the address ${email}`);
  return found._id;
}
async function keptFile(name: string, type: string): Promise<{ fileId: FileId; requestId: RequestId }> {
  const leader = bot.on('slack', people.leader);
  await leader.says(`Vikarer oprettes for sent i lønsystemet ${Math.random()}`);
  await leader.presses('Ja, send det');
  const request = await bot.database.stored.requests.findOne().sort({ number: -1 }).lean();
  const found = await directoryOf(bot.database.stored).organisation(organisation);
  if (!request || !found) throw new Error('nothing was sent');
  const world = worldOf(bot.database.connection, bot.database.stored, found, () => bot.clock.now);
  const fileId: FileId = world.newId();
  await world.attachments.add({
    id: fileId,
    about: request._id,
    by: request.leaderId,
    at: bot.clock.now,
    name,
    size: pdf.length,
    type,
    state: 'stored',
    problem: null,
    source: { platform: 'slack', reference: 'F1' },
  });
  await world.attachments.keep(fileId, pdf);
  return { fileId, requestId: request._id };
}
const linkFor = async (email: string, fileId: FileId) => {
  const links = fileLinksOf(bot.database.stored, () => bot.clock.now);
  return `${bot.botUrl}/files/${await links.make({ organisation, personId: await personId(email), fileId: fileId })}`;
};
/** Presses the button of the link's page. */
const opens = (link: string) => fetch(link, { method: 'POST', redirect: 'manual' });
const headersOf = (response: Response) => Object.fromEntries(response.headers);

test('lets an owner open the file of a request by a link, and lets nothing in it run', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const response = await opens(await linkFor(people.hr, fileId));
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
  expect(headersOf(response)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''skema.pdf",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  });
});

test('saves a document under its own name instead of showing it', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const { fileId } = await keptFile('brev "æ"\r\n.docx', type);
  const response = await opens(await linkFor(people.hr, fileId));
  expect(headersOf(response)).toMatchObject({
    'content-type': type,
    'content-disposition': "attachment; filename*=UTF-8''brev%20%22%C3%A6%22%0D%0A.docx",
  });
});

async function expectClosed(url: string): Promise<void> {
  const response = await opens(url);
  expect([url, response.status]).toEqual([url, 404]);
  expect(await response.text()).not.toContain('med indhold');
}

test('refuses a link after 15 minutes', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const [link, other] = [await linkFor(people.hr, fileId), await linkFor(people.hr, fileId)];
  bot.clock.now = new Date(tuesdayMorning.getTime() + 15 * 60_000 - 1);
  expect((await opens(link)).status).toBe(200);
  bot.clock.now = new Date(tuesdayMorning.getTime() + 15 * 60_000);
  expect((await fetch(other)).status).toBe(404);
  await expectClosed(other);
});

test('refuses an earlier link to a person who has left or may not see the request any more', async () => {
  const { fileId, requestId } = await keptFile('skema.pdf', 'application/pdf');
  const [owner, leader] = [await linkFor(people.hr, fileId), await linkFor(people.leader, fileId)];
  await bot.database.stored.requests.updateOne({ _id: requestId }, { unit: units.it });
  await expectClosed(owner);
  await bot.database.stored.people.updateOne({ email: people.leader }, { active: false });
  await expectClosed(leader);
  await bot.database.stored.people.updateOne({ email: people.leader }, { active: true });
  expect((await opens(leader)).status).toBe(200);
});

test('shows a page with a button behind a link, in the browser’s language, that says nothing about the file', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  const page = await fetch(link, { headers: { 'accept-language': 'en-GB' } });
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(headersOf(page)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'en',
    'content-security-policy': expect.stringContaining("form-action 'self'; frame-ancestors 'none'"),
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  });
  expect(html).toContain('<form method="post"><button type="submit">Open the file</button></form>');
  for (const secret of ['skema', 'med indhold', fileId, link.split('/').at(-1) ?? ''])
    expect(html).not.toContain(secret);
  expect(await (await fetch(link)).text()).toContain('Åbn filen');
});

test('a link is good for one opening', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  expect((await opens(link)).status).toBe(200);
  await expectClosed(link);
  const page = await fetch(link);
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('Linket virker ikke længere')]);
});

test('one of ten who open a link at once gets the file', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await opens(link)).status));
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 404)]);
});

test.each([
  ['a preview of Slack', { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } }],
  ['a preview of Teams', { headers: { 'user-agent': 'Mozilla/5.0 (compatible) SkypeUriPreview Preview/0.5' } }],
  ['a part of the file', { headers: { range: 'bytes=0-99' } }],
  ['the head', { method: 'HEAD' }],
  ['a browser that fetches ahead', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }],
  ['the methods', { method: 'OPTIONS' }],
  ['a put', { method: 'PUT', body: 'x' }],
  ['a removal', { method: 'DELETE' }],
])('a look at the link by %s uses nothing up and shows nothing', async (_what, how) => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  for (let turn = 0; turn < 3; turn++) expect(await (await fetch(link, how)).text()).not.toContain('med indhold');
  expect((await opens(link)).status).toBe(200);
});

test('takes no large body with the press of the button, and the link stays', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  expect((await fetch(link, { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(404);
  expect((await opens(link)).status).toBe(200);
});

test('refuses a link of a person who never had the right', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  await expectClosed(await linkFor(people.otherLeader, fileId));
});

test('refuses a link to a file that is not kept', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  await bot.database.stored.attachments.updateOne({ _id: fileId }, { state: 'refused' });
  await expectClosed(await linkFor(people.hr, fileId));
});

test.each([
  'x',
  '%E0%A4%A',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '%00',
  '..%2F..%2Fetc%2Fpasswd',
  '%7B%22%24ne%22%3Anull%7D',
  'a'.repeat(5000),
  '',
])('refuses the junk token “%s”', async (token) => {
  await keptFile('skema.pdf', 'application/pdf');
  await expectClosed(`${bot.botUrl}/files/${token}`);
});

test('stores no link that can be opened', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  const stored = await bot.database.stored.fileLinks.find().lean();
  expect(stored.length).toBeGreaterThan(0);
  for (const { _id } of stored) {
    expect(link).not.toContain(_id);
    await expectClosed(`${bot.botUrl}/files/${_id}`);
  }
});

test('logs who opened which file, and no link and no name', async () => {
  const { fileId, requestId } = await keptFile('hemmelig.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  await opens(link);
  const log = bot.log.join('');
  const opened = bot.log.filter((line) => line.includes(`"file":"${fileId}"`)).map((line) => JSON.parse(line));
  const by = { organisation, reader: await personId(people.hr), requests: [requestId] };
  expect(opened).toMatchObject([{ msg: 'request seen', way: 'open-file', ...by }]);
  for (const secret of [link.split('/').at(-1) ?? '', 'hemmelig', credentials.slackBotToken])
    expect(log).not.toContain(secret);
});
