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

/** Edits a message at a second of 1 September; `isBack` for one that was deleted. */
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

test('words with a file become a draft that shows both', async () => {
  const { reply } = await says(people.leader, 'Vikarer oprettes for sent', { files: [png] });
  expect(JSON.stringify(cardOf(reply))).toContain('skærm.png');
  expect(JSON.stringify(cardOf(reply))).toContain('Vikarer oprettes for sent');
});

test('a reply to a request’s card is a message to the other side, a command in a thread still a command', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  expect(await says(people.leader, 'Det haster', { repliesTo })).toMatchObject({ action: 'comment-on-request' });
  expect(await says(people.leader, 'mine', { repliesTo })).toMatchObject({ action: 'list-mine' });
  expect(await sample.world.comments.ofRequest(id)).toMatchObject([{ text: 'Det haster' }]);
});

test('a file alone in the thread of a request is attached, and both sides hear of it by name', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  await says(people.leader, '', { repliesTo, files: [png] });
  expect(await sample.world.comments.ofRequest(id)).toMatchObject([{ text: '📎 skærm.png' }]);
  expect(await sample.world.attachments.of(id)).toMatchObject([{ name: 'skærm.png' }]);
});

test('a reply to the answer to a reply belongs to the same request', async () => {
  const { id } = await sample.request();
  const { message } = await says(people.leader, 'Først', { repliesTo: await shows(id, 'somebody') });
  await says(people.leader, 'Og så', { repliesTo: message });
  expect((await sample.world.comments.ofRequest(id)).map(({ text }) => text)).toEqual(['Først', 'Og så']);
});

test('a text that is stopped for its CPR number says so, also when a file came with it', async () => {
  const { reply } = await says(people.otherLeader, 'Borgeren er 070761-4285', { files: [png] });
  expect(refusalTexts.da['contains-cpr']).toContain(cardOf(reply).title);
});

test('a message that is refused puts its file in no draft', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  const before = sample.stored.attachments.count();
  const { reply } = await says(people.leader, 'Se her', { repliesTo: await shows(id, 'somebody'), files: [png] });
  expect(refusalTexts.da['wrong-state']).toContain(cardOf(reply).title);
  expect(sample.stored.attachments.count()).toBe(before);
});

test('a reply to a draft is words like any others', async () => {
  const { message } = await says(people.leader, 'Vikarer får løn for sent');
  expect(await says(people.leader, 'Også vikarer i ferien', { repliesTo: message })).toMatchObject({
    action: 'draft-request',
  });
});

test('a draft follows the message it was made of, edited and deleted', async () => {
  const { message } = await says(people.leader, 'Skemaet er for langt');
  const edited = await edits(people.leader, message, 'Skemaet er alt for langt', 1);
  expect(JSON.stringify(cardOf(edited.reply))).toContain('Skemaet er alt for langt');
  const { action } = await deletes(people.leader, message, 'd1');
  expect(action).toBe('discard-draft');
  expect(await deletes(people.leader, message, 'd2')).toMatchObject({ reply: null });
});

test('an edit of somebody else’s message, or of what the bot says itself, says and changes nothing', async () => {
  const { message } = await says(people.leader, 'Skemaet er stadig for langt');
  expect(await edits(people.otherLeader, message, 'Overtaget', 2)).toMatchObject({ reply: null });
  expect(await deletes(people.otherLeader, message, 'd3')).toMatchObject({ reply: null });
  const { id } = await sample.request();
  expect(await edits(people.leader, await shows(id, 'somebody'), 'Overtaget', 3)).toMatchObject({ reply: null });
  expect(drafts('Skemaet er stadig for langt')).toBe(1);
});

const drafts = (text: string) => sample.stored.drafts.count((draft) => draft.text === text);

test('a message that nothing was made of is taken as if it were written when it is edited, once', async () => {
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

test('so is one whose draft was thrown away, which was never sent', async () => {
  const { message } = await says(people.leader, 'Vi mangler en vejledning');
  const made = await sample.world.postings.at(at(message));
  await sample.does(people.leader, 'discard-draft', { draftId: made?.about ?? '' });
  const { reply } = await edits(people.leader, message, 'Vi mangler en bedre vejledning', 1);
  expect(JSON.stringify(cardOf(reply))).toContain('Vi mangler en bedre vejledning');
});

test('in a channel an edit of what nothing was made of says nothing', async () => {
  const room = await sample.world.rooms.meet('slack', 'C-EDITS', { channel: 'C-EDITS' });
  const written = { at: at(next(), 'C-EDITS'), files: [], editedAt: null };
  const words = { text: 'hjælp', idempotencyKey: next(), repliesTo: null, isBack: false };
  const said = await answerEdit(await writing(sample, people.hr, written, room), words);
  expect(said).toMatchObject({ reply: null });
});

test('the last edit counts, in whatever order they arrive', async () => {
  const { message } = await says(people.leader, 'Første bud');
  await edits(people.leader, message, 'Tredje bud', 3);
  const { reply } = await edits(people.leader, message, 'Andet bud', 2);
  expect(JSON.stringify(cardOf(reply))).toContain('Tredje bud');
  expect([drafts('Andet bud'), drafts('Tredje bud')]).toEqual([0, 1]);
});

test('a message that is heard of after its edit makes no draft of its own', async () => {
  const message = `ts${counter + 1}`;
  await edits(people.leader, message, 'Rettet, før det blev hørt', 1);
  const { message: same, reply } = await says(people.leader, 'Som det først blev skrevet');
  expect(same).toBe(message);
  expect(JSON.stringify(cardOf(reply))).toContain('Rettet, før det blev hørt');
  expect(drafts('Som det først blev skrevet')).toBe(0);
});

test('a sent message that is deleted and comes back stands as it was, without a word', async () => {
  const { message } = await says(people.leader, 'Vikarer venter på en adgang til systemet');
  const made = await sample.world.postings.at(at(message));
  await sample.does(people.leader, 'send-draft', { draftId: made?.about ?? '' });
  const said = await edits(people.leader, message, 'Vikarer venter på en adgang til systemet', 1, true);
  expect(said).toMatchObject({ reply: null });
});

test.each([
  ['contains-cpr', 'Ole, 010190-1234, har ingen adgang'],
  ['too-long', 'x'.repeat(40_001)],
] as const)('a text that is refused as %s puts its file in no draft, and says so', async (refusal, text) => {
  await says(people.leader, 'Vikarer mangler adgang i juli');
  const before = sample.stored.attachments.count();
  const { reply } = await says(people.leader, text, { files: [png, png] });
  expect(refusalTexts.da[refusal]).toContain(cardOf(reply).title);
  expect(JSON.stringify(cardOf(reply))).toContain('Filerne er ikke gemt');
  expect(sample.stored.attachments.count()).toBe(before);
});

test('so does a reply whose form comes back', async () => {
  const { id } = await sample.request();
  const repliesTo = await shows(id, 'somebody');
  const { reply } = await says(people.leader, 'Det er 070761-4285', { repliesTo, files: [png] });
  expect(JSON.stringify(formOf(reply).intro)).toContain('Filen er ikke gemt');
});

test('a file with a request’s number is attached to that, and who may not is told so', async () => {
  const { id, number } = await sample.request();
  await says(people.leader, number, { files: [png] });
  expect(await sample.world.attachments.of(id)).toHaveLength(1);
  const { reply } = await says(people.schoolManager, number, { files: [png] });
  expect(JSON.stringify(cardOf(reply))).toContain('Filen er ikke gemt');
  expect(await sample.world.attachments.of(id)).toHaveLength(1);
});

test.each(['indbakke her', 'stop indbakke'])(
  '“%s” in a private chat is answered with where it can be done',
  async (text) => {
    const { reply } = await says(people.hr, text);
    expect(refusalTexts.da['only-in-channel']).toContain(cardOf(reply).title);
  },
);

describe('in a channel', () => {
  test('an owner who asks for the inbox gets the form, and one who stops it is told', async () => {
    const { reply } = await says(people.hr, 'indbakke her', { room: 'C-HR' });
    expect(formOf(reply).submit.action).toBe('follow-unit');
    const { action } = await says(people.hr, 'stop indbakke', { room: 'C-HR' });
    expect(action).toBe('unfollow-unit');
  });

  test.each(['FØ-2026-0001', 'mine', 'overblik', 'indbakke', 'Vikarer oprettes for sent', 'kampagne', 'engelsk'])(
    '“%s” is not answered, for everybody reads along',
    async (text) => {
      await sample.request();
      expect(await says(people.hr, text, { room: 'C-HR' })).toMatchObject({ action: 'ignored', reply: null });
    },
  );

  test('a reply under a request speaks for the unit, and the channel does not hear it twice', async () => {
    const { id } = await sample.request();
    const room = await sample.world.rooms.meet('slack', 'C-HR', { channel: 'C-HR' });
    await sample.world.rooms.follow(room.id, units.hr, idOf('somebody'));
    sample.stored.outbox.clear();
    const repliesTo = await shows(id, room.id, 'C-HR');
    const { reply } = await says(people.hr, 'Hvor mange?', { repliesTo, room: 'C-HR' });
    expect(cardOf(reply).title).toBe('Sendt til lederen.');
    expect((await sample.outbox()).map(({ kind }) => kind).sort()).toEqual(['comment-given', 'request-changed']);
  });

  test.each(['Det haster', 'Borgeren er 070761-4285'])(
    'the leader of an anonymous request who writes “%s” under it is answered like a stranger to it',
    async (text) => {
      const { id } = await sample.request({ anonymous: 'true' });
      const repliesTo = await shows(id, 'room', 'C-HR');
      const leaders = await says(people.leader, text, { repliesTo, room: 'C-HR' });
      const strangers = await says(people.otherLeader, text, { repliesTo, room: 'C-HR' });
      expect(leaders.reply).toEqual(strangers.reply);
      expect(await sample.world.comments.ofRequest(id)).toEqual([]);
    },
  );

  test('a command with a file is answered, the file is in no draft, and both are said', async () => {
    await says(people.leader, 'Vikarer mangler adgang i august');
    const before = sample.stored.attachments.count();
    const { reply } = await says(people.leader, 'hjælp', { room: 'C-HR', files: [png] });
    expect(JSON.stringify(cardOf(reply))).toContain('Filen er ikke gemt');
    expect(sample.stored.attachments.count()).toBe(before);
  });

  test('which channel it is, the edge says and never the card', async () => {
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

test('a card that names a file is none of ours', async () => {
  const input = { files: JSON.stringify([{ ...png, reference: 'https://intranet.example/loen.xlsx' }]) };
  const reply = await handlePressed(await asking(sample, people.leader), {
    action: 'attach-files',
    input,
    idempotencyKey: next(),
  });
  expect(refusalTexts.da['unknown-action']).toContain(cardOf(reply).title);
  expect(sample.stored.attachments.count(({ source }) => source.reference.includes('intranet'))).toBe(0);
});
