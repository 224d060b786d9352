import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chats, type Message, type View } from '../../simulator/chats.ts';

const folder = mkdtempSync(join(tmpdir(), 'chats-'));
const journal = join(folder, 'chats.jsonl');
afterEach(() => rmSync(journal, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const message = (id: string, text: string): Message => ({ id, from: 'bot', at: '2026-11-24T08:00:00Z', text });
const mette = ['teams', 'mette'] as const;

test('chats survive a restart, with changes and without removed messages', () => {
  const chats = new Chats(journal);
  chats.put(...mette, message('1', 'Hej'));
  chats.put(...mette, message('2', 'Væk'));
  chats.put(...mette, message('1', 'Hej igen'));
  chats.remove(...mette, '2');
  const again = new Chats(journal).of(...mette);
  expect(again.messages).toEqual([{ ...message('1', 'Hej igen'), edited: true }]);
  expect(again.messages).toEqual(chats.of(...mette).messages);
});

test('the journal drops a line that was cut in the middle, and keeps the lines after it', () => {
  new Chats(journal).put(...mette, message('1', 'Første'));
  appendFileSync(journal, '{"platform":"teams","email":"mette","change":"message","mess');
  const restarted = new Chats(journal);
  expect(restarted.of(...mette).messages).toEqual([message('1', 'Første')]);
  restarted.put(...mette, message('2', 'Ærligt talt'));
  expect(new Chats(journal).of(...mette).messages.map(({ text }) => text)).toEqual(['Første', 'Ærligt talt']);
});

test('a cut inside a letter loses nothing before it', () => {
  new Chats(journal).put(...mette, message('1', 'Blåbærgrød'));
  appendFileSync(journal, Buffer.from('{"text":"å').subarray(0, -1));
  expect(new Chats(journal).of(...mette).messages).toHaveLength(1);
});

test('the Home tab survives a restart, and an open modal does not', () => {
  const view = (id: string): View => ({ id, blocks: [] });
  const chats = new Chats(journal);
  chats.showHome('mette', view('home'));
  chats.showView('mette', view('modal'));
  expect(new Chats(journal).of('slack', 'mette')).toMatchObject({ home: view('home'), view: null });
});

test('without a journal nothing is written, and chats do not mix', () => {
  const chats = new Chats();
  chats.put('teams', 'mette', message('1', 'Hej'));
  expect(chats.of('slack', 'mette').messages).toEqual([]);
  expect(chats.of('teams', 'henrik').messages).toEqual([]);
  expect(() => readFileSync(journal)).toThrow('ENOENT');
});
