import type { IncomingFile } from '../../../domain/requests/record/attachment.ts';
import { answerDeletion, answerEdit, answerWords } from '../../../handlers/conversation/written-messages.ts';
import { handle, handlePressed } from '../../../handlers/index.ts';
import { refusalTexts } from '../../../locales/refusals.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';
import { asking, cardOf, formOf, writing } from '../asks.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});

/** What the test before has said is no part of what is said now. */
beforeEach(() => {
  sample.clock.now = new Date(sample.clock.now.getTime() + 3 * 60_000);
});

let counter = 0;
const png: IncomingFile = { name: 'skærm.png', size: 10, platform: 'slack', reference: 'F1' };
const at = (message: string, conversation = 'D-OWN') => ({ platform: 'slack', conversation, message }) as const;
const next = () => `ts${++counter}`;

async function says(
  email: string,
  text: string,
  more: { repliesTo?: string; files?: IncomingFile[]; room?: string } = {},
) {
  const message = next();
  const room = more.room ? await sample.world.rooms.meet('slack', more.room, { channel: more.room }) : null;
  const written = { at: at(message, more.room), files: more.files ?? [], editedAt: null };
  const { action, reply } = await answerWords(await writing(sample, email, written, room), {
    text,
    idempotencyKey: message,
    repliesTo: more.repliesTo ?? null,
  });
  return { message, action, reply };
}

/** Edits a message at a second of 1 September; `isBack` for one that came back from a deletion. */
async function edits(email: string, message: string, text: string, second: number, isBack = false) {
  const editedAt = new Date(Date.UTC(2026, 8, 1, 9, 0, second));
  const idempotencyKey = `${message}:${second}`;
  const written = { at: at(message), files: [], editedAt };
  return answerEdit(await writing(sample, email, written), { text, idempotencyKey, repliesTo: null, isBack });
}

const deletes = async (email: string, message: string, key: string) =>
  answerDeletion(await writing(sample, email, { at: at(message), files: [], editedAt: null }), key);

const shows = (requestId: string, to: string, conversation = 'D-OWN') => {
  const message = next();
  return sample.world.postings
    .put({ ...at(message, conversation), about: idOf(requestId), kind: 'card', to: idOf(to) })
    .then(() => message);
};

test('makes a draft of words with a file, and shows both', async () => {
  const { reply } = await says(people.leader, 'Vikarer oprettes for sent', { files: [png] });
  expect(JSON.stringify(cardOf(reply))).toContain('skærm.png');
  expect(JSON.stringify(cardOf(reply))).toContain('Vikarer oprettes for sent');
});

test('sends a reply to a request’s card to the other side, and obeys a command in the thread', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  expect(await says(people.leader, 'Det haster', { repliesTo })).toMatchObject({ action: 'comment-on-request' });
  expect(await says(people.leader, 'mine', { repliesTo })).toMatchObject({ action: 'list-mine' });
  expect(await sample.world.comments.ofRequest(id)).toMatchObject([{ text: 'Det haster' }]);
});

test('attaches a file without words in the thread of a request, and tells both sides its name', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  await says(people.leader, '', { repliesTo, files: [png] });
  expect(await sample.world.comments.ofRequest(id)).toMatchObject([{ text: '📎 skærm.png' }]);
  expect(await sample.world.attachments.of(id)).toMatchObject([{ name: 'skærm.png' }]);
});

test('takes a reply to the answer to a reply for the same request', async () => {
  const { id } = await sample.request();
  const { message } = await says(people.leader, 'Først', { repliesTo: await shows(id, 'somebody') });
  await says(people.leader, 'Og så', { repliesTo: message });
  expect((await sample.world.comments.ofRequest(id)).map(({ text }) => text)).toEqual(['Først', 'Og så']);
});

test('names the CPR number as the reason for stopping a text, also with a file', async () => {
  const { reply } = await says(people.otherLeader, 'Borgeren er 070761-4285', { files: [png] });
  expect(refusalTexts.da['contains-cpr']).toContain(cardOf(reply).title);
});

test('puts the file of a refused message in no draft', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  const before = sample.stored.attachments.count();
  const { reply } = await says(people.leader, 'Se her', { repliesTo: await shows(id, 'somebody'), files: [png] });
  expect(refusalTexts.da['wrong-state']).toContain(cardOf(reply).title);
  expect(sample.stored.attachments.count()).toBe(before);
});

test('takes a reply to a draft for ordinary words', async () => {
  const { message } = await says(people.leader, 'Vikarer får løn for sent');
  expect(await says(people.leader, 'Også vikarer i ferien', { repliesTo: message })).toMatchObject({
    action: 'draft-request',
  });
});

test('updates and discards the draft when its message is edited and deleted', async () => {
  const { message } = await says(people.leader, 'Skemaet er for langt');
  const edited = await edits(people.leader, message, 'Skemaet er alt for langt', 1);
  expect(JSON.stringify(cardOf(edited.reply))).toContain('Skemaet er alt for langt');
  const { action } = await deletes(people.leader, message, 'd1');
  expect(action).toBe('take-words-back');
  expect(await deletes(people.leader, message, 'd2')).toMatchObject({ reply: null });
});

test('ignores an edit of another person’s message and of the bot’s own message', async () => {
  const { message } = await says(people.leader, 'Skemaet er stadig for langt');
  expect(await edits(people.otherLeader, message, 'Overtaget', 2)).toMatchObject({ reply: null });
  expect(await deletes(people.otherLeader, message, 'd3')).toMatchObject({ reply: null });
  const { id } = await sample.request();
  expect(await edits(people.leader, await shows(id, 'somebody'), 'Overtaget', 3)).toMatchObject({ reply: null });
  expect(drafts('Skemaet er stadig for langt')).toBe(1);
});

const drafts = (text: string) => sample.stored.drafts.count((draft) => draft.text === text);

test('takes an edited message that became nothing for a new one, once', async () => {
  const { message } = await says(people.leader, 'Vikaren 070761-4285 kan ikke logge på');
  expect(await edits(people.leader, message, 'Vikaren kan ikke logge på', 1)).toMatchObject({
    action: 'draft-request',
  });
  await edits(people.leader, message, 'Vikaren kan ikke logge på', 1);
  expect(drafts('Vikaren kan ikke logge på')).toBe(1);
  expect(await edits(people.leader, message, 'Vikaren kan aldrig logge på', 2)).toMatchObject({
    action: 'revise-draft',
  });
  expect(drafts('Vikaren kan aldrig logge på')).toBe(1);
});

test('takes an edited message whose unsent draft was discarded for a new one', async () => {
  const { message } = await says(people.leader, 'Vi mangler en vejledning');
  const made = await sample.world.postings.at(at(message));
  await sample.does(people.leader, 'discard-draft', { draftId: made?.about ?? '' });
  const { reply } = await edits(people.leader, message, 'Vi mangler en bedre vejledning', 1);
  expect(JSON.stringify(cardOf(reply))).toContain('Vi mangler en bedre vejledning');
});

test('ignores an edit in a channel of a message that became nothing', async () => {
  const room = await sample.world.rooms.meet('slack', 'C-EDITS', { channel: 'C-EDITS' });
  const written = { at: at(next(), 'C-EDITS'), files: [], editedAt: null };
  const words = { text: 'hjælp', idempotencyKey: next(), repliesTo: null, isBack: false };
  const said = await answerEdit(await writing(sample, people.hr, written, room), words);
  expect(said).toMatchObject({ reply: null });
});

test('keeps the last edit, in whatever order the edits arrive', async () => {
  const { message } = await says(people.leader, 'Lønnen til vikarer er forkert, første bud');
  await edits(people.leader, message, 'Lønnen til vikarer er forkert, tredje bud', 3);
  const { reply } = await edits(people.leader, message, 'Lønnen til vikarer er forkert, andet bud', 2);
  expect(JSON.stringify(cardOf(reply))).toContain('Lønnen til vikarer er forkert, tredje bud');
  expect([
    drafts('Lønnen til vikarer er forkert, andet bud'),
    drafts('Lønnen til vikarer er forkert, tredje bud'),
  ]).toEqual([0, 1]);
});

test('makes no second draft of a message that arrives after its edit', async () => {
  const message = `ts${counter + 1}`;
  await edits(people.leader, message, 'Rettet, før det blev hørt', 1);
  const { message: same, reply } = await says(
    people.leader,
    'Lønnen til vikarer kommer for sent, som det først blev skrevet',
  );
  expect(same).toBe(message);
  expect(JSON.stringify(cardOf(reply))).toContain('Rettet, før det blev hørt');
  expect(drafts('Lønnen til vikarer kommer for sent, som det først blev skrevet')).toBe(0);
});

test('leaves a sent request unchanged and stays silent when its message is deleted and comes back', async () => {
  const { message } = await says(people.leader, 'Vikarer venter på en adgang til systemet');
  const made = await sample.world.postings.at(at(message));
  await sample.does(people.leader, 'send-draft', { draftId: made?.about ?? '' });
  const said = await edits(people.leader, message, 'Vikarer venter på en adgang til systemet', 1, true);
  expect(said).toMatchObject({ reply: null });
});

test.each([
  ['contains-cpr', 'Ole, 010190-1234, har ingen adgang'],
  ['too-long', 'x'.repeat(40_001)],
] as const)('puts the file of a text that is refused as %s in no draft, and says so', async (refusal, text) => {
  await says(people.leader, 'Vikarer mangler adgang i juli');
  const before = sample.stored.attachments.count();
  const { reply } = await says(people.leader, text, { files: [png, png] });
  expect(refusalTexts.da[refusal]).toContain(cardOf(reply).title);
  expect(JSON.stringify(cardOf(reply))).toContain('Filerne er ikke gemt');
  expect(sample.stored.attachments.count()).toBe(before);
});

test('puts the file of a reply whose form comes back in no draft, and says so', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  const { reply } = await says(people.leader, 'Det er 070761-4285', { repliesTo, files: [png] });
  expect(JSON.stringify(formOf(reply).intro)).toContain('Filen er ikke gemt');
});

test('attaches a file with a request’s number to that request, and tells a person without the right', async () => {
  const { id, number } = await sample.request();
  await says(people.leader, number, { files: [png] });
  expect(await sample.world.attachments.of(id)).toHaveLength(1);
  const { reply } = await says(people.schoolManager, number, { files: [png] });
  expect(JSON.stringify(cardOf(reply))).toContain('Filen er ikke gemt');
  expect(await sample.world.attachments.of(id)).toHaveLength(1);
});

test.each(['indbakke her', 'stop indbakke'])(
  'answers “%s” in a private chat with the place where it can be done',
  async (text) => {
    const { reply } = await says(people.hr, text);
    expect(refusalTexts.da['only-in-channel']).toContain(cardOf(reply).title);
  },
);

describe('in a channel', () => {
  test('gives an owner who asks for the inbox the form, and tells one who stops it', async () => {
    const { reply } = await says(people.hr, 'indbakke her', { room: 'C-HR' });
    expect(formOf(reply).submit?.action).toBe('follow-unit');
    const { action } = await says(people.hr, 'stop indbakke', { room: 'C-HR' });
    expect(action).toBe('unfollow-unit');
  });

  test.each(['FØ-2026-0001', 'mine', 'overblik', 'indbakke', 'Vikarer oprettes for sent', 'kampagne', 'engelsk'])(
    'stays silent to “%s”, because everybody reads along',
    async (text) => {
      await sample.request();
      expect(await says(people.hr, text, { room: 'C-HR' })).toMatchObject({ action: 'ignored', reply: null });
    },
  );

  test('takes a reply under a request for the unit’s, and does not repeat it in the channel', async () => {
    const { id } = await sample.request();
    const room = await sample.world.rooms.meet('slack', 'C-HR', { channel: 'C-HR' });
    await sample.world.rooms.follow(room.id, units.hr, idOf('somebody'));
    sample.stored.outbox.clear();
    const repliesTo = await shows(id, room.id, 'C-HR');
    const { reply } = await says(people.hr, 'Hvor mange?', { repliesTo, room: 'C-HR' });
    expect(cardOf(reply).title).toBe('Sendt til lederen.');
    const kinds = (await sample.outbox()).map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['cards-changed', 'comment-given', 'request-changed']);
  });

  test.each(['Det haster', 'Borgeren er 070761-4285'])(
    'answers an anonymous leader who writes “%s” under their request as a stranger to it',
    async (text) => {
      const { id } = await sample.request({ anonymous: 'true' });
      const repliesTo = await shows(id, 'room', 'C-HR');
      const leaders = await says(people.leader, text, { repliesTo, room: 'C-HR' });
      const strangers = await says(people.otherLeader, text, { repliesTo, room: 'C-HR' });
      expect(leaders.reply).toEqual(strangers.reply);
      expect(await sample.world.comments.ofRequest(id)).toEqual([]);
    },
  );

  test('answers a command with a file, puts the file in no draft, and says both', async () => {
    await says(people.leader, 'Vikarer mangler adgang i august');
    const before = sample.stored.attachments.count();
    const { reply } = await says(people.leader, 'hjælp', { room: 'C-HR', files: [png] });
    expect(JSON.stringify(cardOf(reply))).toContain('Filen er ikke gemt');
    expect(sample.stored.attachments.count()).toBe(before);
  });

  test('takes the channel from the edge and never from the card', async () => {
    const other = await sample.world.rooms.meet('slack', 'C-OTHER', { channel: 'C-OTHER' });
    const input = { roomId: other.id, unit: units.hr };
    const inPrivate = { action: 'follow-unit', input, idempotencyKey: next() };
    const reply = await handle(await asking(sample, people.hr), inPrivate);
    expect(refusalTexts.da['only-in-channel']).toContain(cardOf(reply).title);
    const here = await sample.world.rooms.meet('slack', 'C-HERE', { channel: 'C-HERE' });
    await handle(await asking(sample, people.hr, here), { action: 'follow-unit', input, idempotencyKey: next() });
    expect(await sample.world.rooms.byId(other.id)).toMatchObject({ unit: null });
    expect(await sample.world.rooms.byId(here.id)).toMatchObject({ unit: units.hr });
  });
});

test('refuses a card that names a file', async () => {
  const input = { files: JSON.stringify([{ ...png, reference: 'https://intranet.example/loen.xlsx' }]) };
  const reply = await handlePressed(await asking(sample, people.leader), {
    action: 'attach-files',
    input,
    idempotencyKey: next(),
  });
  expect(refusalTexts.da['unknown-action']).toContain(cardOf(reply).title);
  expect(sample.stored.attachments.count(({ source }) => source.reference.includes('intranet'))).toBe(0);
});
