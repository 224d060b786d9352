import { randomUUID } from 'node:crypto';
import type { RequestId } from '../../domain/ids.ts';
import { platforms } from '../../domain/vocabulary.ts';
import { fileLinksOf } from '../../models/conversation/file-links.ts';
import { idOf, units } from '../ids.ts';
import { png } from '../png.ts';
import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';

/** A manager in another administration, with leaders of their own. */
const otherManager = 'dorthe.aagaard@fjordby.example';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

async function stored(email: string) {
  const found = await bot.database.stored.people.findOne({ email }).lean();
  if (!found) throw new Error(`nobody has the address ${email}`);
  return found;
}

const press = (platform: Platform, email: string, action: string, input: Record<string, string>) =>
  act(bot, platform, email, { button: packed(action, input) });

/** Sends a request as a changed client would, with a file. */
async function send(platform: Platform, fields: Record<string, string>, held: Record<string, unknown> = {}) {
  const text = `Vikarer oprettes for sent ${Math.random()}`;
  await act(bot, platform, people.leader, {
    button: packed('submit-request', held),
    fields: { text, area: 'personale', ...fields },
  });
  return bot.database.stored.requests.findOne({ text }).lean();
}

async function sendAnonymously(platform: Platform) {
  const request = await send(platform, { anonymous: 'true' });
  if (!request) throw new Error('nothing was sent');
  return request;
}

/** The ways in which somebody might come upon a request, by forged buttons. */
const ways = (id: string, number: string): Array<[string, Record<string, string>]> => [
  ['show-request', { request: number }],
  ['show-request', { request: number.toLowerCase() }],
  ['show-request', { request: id }],
  ['show-files', { about: id }],
  ['open-comment-form', { requestId: id }],
  ['open-answer-form', { requestId: id }],
  ['open-hand-over-form', { requestId: id }],
  ['acknowledge-request', { requestId: id }],
  ['withdraw-request', { requestId: id }],
];

/** Sees that a person is told of a request what they would be told if there were none, whatever they try. */
async function expectUnknown(
  platform: Platform,
  email: string,
  request: { _id: string; number: string; text: string },
) {
  const nothing = ways(randomUUID(), 'FØ-2026-9999');
  for (const [index, [action, input]] of ways(request._id, request.number).entries()) {
    const told = await press(platform, email, action, input);
    const toldOfNothing = await press(platform, email, action, nothing[index]?.[1] ?? {});
    expect([email, action, told]).toEqual([email, action, toldOfNothing]);
    expect(told).toMatch(/[a-zæøå]{3}/);
    expect(told).not.toContain(request.text);
  }
}

describe.each(platforms)('in %s', (platform) => {
  test('a manager to whom the list moved an anonymous leader finds nothing that points to them', async () => {
    const { _id, number, text } = await sendAnonymously(platform);
    const [leader, manager] = [await stored(people.leader), await stored(otherManager)];
    const { managerId, managerEmail, administration, administrationId } = leader;
    const moved = {
      managerId: manager._id,
      managerEmail: otherManager,
      administration: manager.administration,
      administrationId: manager.administrationId,
    };
    await bot.database.stored.people.updateOne({ _id: leader._id }, moved);
    await expectUnknown(platform, otherManager, { _id, number, text });
    const list = { section: 'new', to: '2026-11-24' };
    for (const [action, input] of [
      ['show-digest', {}],
      ['list-digest', list],
      ['show-home', {}],
    ] as const) {
      const told = await press(platform, otherManager, action, input);
      expect(told).not.toContain(number);
      expect(told).not.toContain(text);
    }
    // Those who oversaw the leader when it was sent still do.
    expect(await press(platform, people.schoolManager, 'show-request', { request: number })).toContain(text);
    await bot.database.stored.people.updateOne(
      { _id: leader._id },
      { managerId, managerEmail, administration, administrationId },
    );
  });

  test('the owner and the manager of another unit find nothing', async () => {
    const request = await sendAnonymously(platform);
    for (const email of [people.it, people.legal, people.otherLeader, otherManager])
      await expectUnknown(platform, email, request);
  });

  test('a client that names an origin of its own sends nothing, or what the list says', async () => {
    const me = (await stored(otherManager))._id;
    const forged = { origin: 'x', overseers: me, administration: 'Socialforvaltningen', leaderId: me };
    const request = await send(platform, { anonymous: 'true' }, forged);
    if (request === null) return;
    expect(request.leaderId).toBe((await stored(people.leader))._id);
    expect(request.origin?.administration).toBeNull();
    expect(request.origin?.overseers).not.toContain(me);
  });

  test('an id of another organisation finds nothing, whoever asks', async () => {
    const { requests } = bot.database.stored;
    const own = await sendAnonymously(platform);
    const foreign = {
      ...own,
      _id: randomUUID(),
      organisation: 'sundby',
      number: `SU-2026-900${platforms.indexOf(platform)}`,
    };
    await requests.collection.insertOne(foreign as never);
    for (const email of [people.admin, people.hr, people.leader]) await expectUnknown(platform, email, foreign);
    expect(await requests.findOne({ _id: idOf(foreign._id) }).lean()).toMatchObject({ state: 'routed', version: 1 });
  });

  describe('a link to a file', () => {
    const opens = (url: string) => fetch(url, { method: 'POST', redirect: 'manual' });
    const linkIn = (told: string) => /"url":"([^"]*\/files\/[^"]+)"/.exec(told.replaceAll('\\"', '"'))?.[1] ?? null;

    async function sendWithFile() {
      const leader = bot.on(platform, people.leader);
      const text = `Vikarer oprettes for sent i lønsystemet ${Math.random()}`;
      await leader.sendsFile({ name: 'skærm.png', type: 'image/png', content: png }, text);
      await bot.delivers();
      await leader.presses('Ja, send det');
      await bot.delivers();
      const request = await bot.database.stored.requests.findOne({ text }).lean();
      const file = await bot.database.stored.attachments
        .findOne({ about: idOf<RequestId>(request?._id ?? 'none') })
        .lean();
      if (!request || file?.state !== 'stored') throw new Error('the file is not stored');
      return { request, file };
    }
    const links = () => fileLinksOf(bot.database.stored, () => bot.clock.now);

    test('opens once, and a replay gets nothing', async () => {
      const { request } = await sendWithFile();
      const owner = bot.on(platform, people.hr);
      await owner.says('hej');
      await press(platform, people.hr, 'show-files', { about: request._id });
      const url = linkIn(JSON.stringify(owner.messages().at(-1)));
      if (url === null) throw new Error('no link was shown');
      const first = await opens(url);
      expect([first.status, (await first.arrayBuffer()).byteLength]).toEqual([200, png.length]);
      for (let turn = 0; turn < 3; turn++) expect((await opens(url)).status).toBe(404);
    });

    test('is made for nobody who may not see the request', async () => {
      const { request } = await sendWithFile();
      for (const email of [people.it, people.otherLeader, otherManager])
        expect(linkIn(await press(platform, email, 'show-files', { about: request._id }))).toBeNull();
    });

    test('opens nothing for somebody who was removed meanwhile, or whose unit has no part in it any more', async () => {
      const { request, file } = await sendWithFile();
      const make = async (email: string) =>
        `${bot.botUrl}/files/${await links().make({ organisation: 'fjordby', fileId: file._id, personId: (await stored(email))._id })}`;
      const [removed, owner] = [await make(people.leader), await make(people.hr)];
      await bot.database.stored.people.updateOne({ email: people.leader }, { active: false });
      await bot.database.stored.requests.updateOne({ _id: request._id }, { unit: units.it });
      for (const url of [removed, owner]) expect((await opens(url)).status).toBe(404);
      expect(await press(platform, people.leader, 'show-files', { about: request._id })).not.toContain('/files/');
      await bot.database.stored.people.updateOne({ email: people.leader }, { active: true });
    });

    test('opens no file of another organisation', async () => {
      const { file } = await sendWithFile();
      const { attachments } = bot.database.stored;
      await attachments.collection.updateOne({ _id: file._id } as never, { $set: { organisation: 'sundby' } });
      const personId = (await stored(people.leader))._id;
      for (const organisation of ['fjordby', 'sundby', 'nowhere']) {
        const token = await links().make({ organisation, fileId: file._id, personId });
        expect([organisation, (await opens(`${bot.botUrl}/files/${token}`)).status]).toEqual([organisation, 404]);
      }
    });
  });
});
