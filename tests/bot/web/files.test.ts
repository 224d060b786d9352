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
const headersOf = (response: Response) => Object.fromEntries(response.headers);

test('lets an owner open the file of a request by a link, and lets nothing in it run', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const response = await fetch(await linkFor(people.hr, fileId));
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
  const response = await fetch(await linkFor(people.hr, fileId));
  expect(headersOf(response)).toMatchObject({
    'content-type': type,
    'content-disposition': "attachment; filename*=UTF-8''brev%20%22%C3%A6%22%0D%0A.docx",
  });
});

async function expectClosed(url: string): Promise<void> {
  const response = await fetch(url, { redirect: 'manual' });
  expect([url, response.status]).toEqual([url, 404]);
  expect(await response.text()).not.toContain('med indhold');
}

test('refuses a link after 15 minutes', async () => {
  const { fileId } = await keptFile('skema.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  bot.clock.now = new Date(tuesdayMorning.getTime() + 15 * 60_000 - 1);
  expect((await fetch(link)).status).toBe(200);
  bot.clock.now = new Date(tuesdayMorning.getTime() + 15 * 60_000);
  await expectClosed(link);
});

test('refuses an earlier link to a person who has left or may not see the request any more', async () => {
  const { fileId, requestId } = await keptFile('skema.pdf', 'application/pdf');
  const [owner, leader] = [await linkFor(people.hr, fileId), await linkFor(people.leader, fileId)];
  await bot.database.stored.requests.updateOne({ _id: requestId }, { unit: units.it });
  await expectClosed(owner);
  await bot.database.stored.people.updateOne({ email: people.leader }, { active: false });
  await expectClosed(leader);
  await bot.database.stored.people.updateOne({ email: people.leader }, { active: true });
  expect((await fetch(leader)).status).toBe(200);
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
  for (const { _id } of stored) {
    expect(link).not.toContain(_id);
    await expectClosed(`${bot.botUrl}/files/${_id}`);
  }
});

test('logs who opened which file, and no link and no name', async () => {
  const { fileId } = await keptFile('hemmelig.pdf', 'application/pdf');
  const link = await linkFor(people.hr, fileId);
  await fetch(link);
  const log = bot.log.join('');
  const opened = bot.log
    .filter((line) => line.includes(`"idempotencyKey":"file:${fileId}"`))
    .map((line) => JSON.parse(line));
  expect(opened).toMatchObject([{ action: 'open-file', actor: expect.any(String), ms: expect.any(Number) }]);
  for (const secret of [link.split('/').at(-1) ?? '', 'hemmelig', credentials.slackBotToken])
    expect(log).not.toContain(secret);
});
