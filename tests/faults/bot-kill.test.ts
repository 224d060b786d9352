import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../bot/database/database.ts';
import { uriOf } from '../../bot/database/embedded/ask-server.ts';
import { removeEmbeddedDatabase } from '../../bot/database/embedded/embedded-database.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Message, Platform } from '../../simulator/chats.ts';
import { buttonsOf, textsOf as cardTexts } from '../../simulator/teams/client/read-card.ts';
import { idOf } from '../ids.ts';
import { outboxStates } from '../outbox-rows.ts';
import { type Program, run, sharedPython } from '../programs/programs.ts';
import { people } from '../sample-domain.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'bot-kill-'));
const anyPorts = { PORT: '0', PLAYGROUND_PORT: '0' };
/** The same after each start: the bot has stored where its simulated platforms are. */
let page = '';
let bot: Program;

beforeAll(async () => {
  if (existsSync(sharedPython)) symlinkSync(sharedPython, join(dataFolder, 'python'));
  bot = await started();
}, 120_000);
afterAll(async () => {
  bot?.process.kill('SIGTERM');
  await bot?.exit;
  await removeEmbeddedDatabase(dataFolder);
  rmSync(dataFolder, { recursive: true });
});

const onFolder = (settings: Record<string, string>) => run('bot/main.ts', [], { DATA_FOLDER: dataFolder, ...settings });

async function started(): Promise<Program> {
  const program = onFolder({ ...anyPorts, PLAYGROUND_PORT: page === '' ? '0' : new URL(page).port });
  await program.prints('(Ctrl+C stops it');
  page = /Open the playground: (http:\S+)/.exec(program.output())?.[1] ?? '';
  return program;
}

async function api<Answer>(path: string, body?: object): Promise<Answer> {
  const url = new URL(`/playground/api/${path}`, page);
  const response = await fetch(url, body ? { method: 'POST', body: JSON.stringify(body) } : {});
  if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

const messagesOf = async (platform: Platform, email: string) =>
  (await api<{ messages: Message[] }>(`chat?platform=${platform}&email=${email}`)).messages;
const textOf = ({ text, card, blocks }: Message) =>
  [text ?? '', ...(card ? cardTexts(card) : []), JSON.stringify(blocks ?? [])].join('\n');

/** Presses the newest button that reads so in Teams. */
async function press(email: string, label: string): Promise<void> {
  for (const { id, card } of (await messagesOf('teams', email)).toReversed()) {
    const action = card && buttonsOf(card).find((button) => button.action.title === label)?.action;
    if (!action) continue;
    await api('teams/execute', { email, messageId: id, action, inputs: {} });
    return;
  }
  throw new Error(`no button “${label}” in the chat of ${email}`);
}

/** The recipients of messages about requests, and whether each message is marked as sent; read while no bot runs. */
async function outbox(): Promise<Map<string, string>> {
  const { server } = JSON.parse(readFileSync(join(dataFolder, 'lock.json'), 'utf8')) as { server: { port: number } };
  const { stored, close } = await openDatabase(uriOf(server.port));
  const rows = (await outboxStates(stored)).filter(({ kind }) => kind === 'request-arrived');
  const told = await stored.people.find({ _id: { $in: rows.map(({ to }) => idOf<PersonId>(to)) } }).lean();
  await close();
  return new Map(rows.map(({ to, state }) => [told.find(({ _id }) => _id === to)?.email ?? '', state]));
}

/** The number of cards of a new request in a chat that the killed bot wrote down, or that the living one shows. */
const cardsIn = (messages: readonly Message[]) =>
  messages.filter((message) => message.from === 'bot' && textOf(message).includes('Nyt ønske: FØ-')).length;

function writtenDown(email: string): number {
  const lines = readFileSync(join(dataFolder, 'chats.jsonl'), 'utf8').trim().split('\n');
  const changes = lines.map((line) => JSON.parse(line) as { email: string; change: string; message: Message });
  return cardsIn(
    changes.filter((one) => one.email === email && one.change === 'message').map(({ message }) => message),
  );
}

async function shown(email: string): Promise<number> {
  return cardsIn([...(await messagesOf('teams', email)), ...(await messagesOf('slack', email))]);
}

test('a second start on the same folder names the process that uses it', async () => {
  const second = onFolder(anyPorts);
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(`Process ${bot.process.pid} already uses this folder`);
  expect(second.output()).not.toMatch(/\bat .*\.ts:\d+/);
});

test('a bot killed right after a submission loses nothing, and each owner gets the card', async () => {
  await api('teams/message', {
    email: people.leader,
    text: 'Vikarer ansættes, men lønnen kommer for sent hver måned.',
  });
  await press(people.leader, 'Ja, send det');
  bot.process.kill('SIGKILL');
  expect(await bot.exit).toBeNull();

  const states = await outbox();
  expect(states.size).toBe(3);
  const before = new Map([...states.keys()].map((email) => [email, writtenDown(email)]));

  bot = await started();
  const chat = (await messagesOf('teams', people.leader)).map(textOf);
  expect(chat.some((text) => text.includes('Vikarer ansættes'))).toBe(true);
  expect(chat.some((text) => text.includes('dit ønske har fået nummer FØ-'))).toBe(true);
  await api('teams/message', { email: people.leader, text: 'mine' });
  expect(textOf((await messagesOf('teams', people.leader)).at(-1) as Message)).toContain('Vikarer ansættes');

  // Nobody else can be at work on an embedded database, so the next bot takes up the killed one's messages at once.
  await api('clock', { advance: 'next-hour' });
  for (const [email, state] of states) {
    // Only a card that arrived without being marked as sent can come again, and only where the platform cannot be asked.
    const most = (before.get(email) ?? 0) + (state === 'waiting' ? 1 : 0);
    const cards = await shown(email);
    expect([email, cards > 0 && cards <= Math.max(1, most)]).toEqual([email, true]);
  }
  expect(new Set((await outbox()).values())).toEqual(new Set(['sent']));
}, 120_000);

test('no card comes again after another restart', async () => {
  const before = await shown(people.hr);
  bot.process.kill('SIGTERM');
  expect(await bot.exit).toBe(0);
  bot = await started();
  await api('clock', { advance: 'next-hour' });
  expect(await shown(people.hr)).toBe(before);
}, 120_000);
