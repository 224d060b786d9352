import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/gallery/chromium.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { freePort } from '../free-port.ts';
import { type Program, run } from '../programs/programs.ts';
import { tuesdayMorning } from '../sample-domain.ts';
import { type AgentsPlayground, placeFor, startAgentsPlayground } from './agents-playground.ts';
import { PlaygroundClient } from './playground-client.ts';

let testDatabase: TestDatabase;
let folder: string;
let bot: Program;
let playgrounds: AgentsPlayground[] = [];
let browser: Browser;
let leader: PlaygroundClient;
let owner: PlaygroundClient;

beforeAll(async () => {
  testDatabase = newTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'forenklingsbot-clients-'));
  // In office hours, whenever the test runs: outside of them the bot writes to nobody.
  await writeFile(join(folder, 'clock.json'), JSON.stringify({ offset: tuesdayMorning.getTime() - Date.now() }));
  const places = [await placeFor('leader'), await placeFor('owner')];
  const port = await freePort();
  bot = run('bot/main.ts', ['--playground'], {
    MONGODB_URI: testDatabase.uri,
    DATA_FOLDER: folder,
    PORT: String(port),
    TEAMS_EMULATOR_URLS: places.map(({ serviceUrl }) => serviceUrl).join(','),
  });
  await bot.prints('ready for emulators');
  playgrounds = await Promise.all(places.map((place) => startAgentsPlayground(place, `http://127.0.0.1:${port}`)));
  browser = await launchChromium();
  const [ofLeader, ofOwner] = playgrounds.map(({ url }) => url);
  leader = await PlaygroundClient.open(browser, ofLeader ?? '');
  owner = await PlaygroundClient.open(browser, ofOwner ?? '');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const playground of playgrounds) await playground.stop();
  bot.process.kill('SIGTERM');
  await bot.exit;
  await rm(folder, { recursive: true });
}, 30_000);

test('the app greets a person who installs it', async () => {
  await leader.reads('Hej Pernille.');
  await owner.reads('Hej Ulla.');
}, 60_000);

test('a leader writes, an owner answers inside the card, and the leader reads the tilbagemelding', async () => {
  await leader.says('Vikarer oprettes for sent i lønsystemet. Det koster os 30 minutter hver gang');
  await leader.reads('Er det rigtigt forstået?');
  await leader.picture('1-draft');
  await leader.presses('Ja, send det');
  await leader.reads(/Tak – dit ønske har fået nummer FØ-\d{4}-\d{4}/);
  await leader.picture('2-receipt');

  await owner.reads(/Nyt ønske: FØ-/);
  await owner.picture('3-arrived');
  await owner.presses('Svar');
  await owner.reads('Et tiltag og en tid');
  await owner.presses('Ja, det gør vi');
  await owner.reads('Send svaret');
  await owner.fills('Tiltag', 'Vikarer oprettes fra vagtplanen samme dag');
  await owner.picture('4-answer-form');
  await owner.fills('Forventet forbedring', 'Lederen kan lægge vagtplan fra første dag');
  await owner.fills('Tidshorisont', '31. februar 2027');
  await owner.presses('Send svaret');
  await owner.reads('Den dato findes ikke');
  await owner.picture('5-refused');
  await owner.fills('Tidshorisont', '1. halvår 2027');
  await owner.presses('Send svaret');
  await owner.reads('Besvaret');
  await owner.picture('6-answered');

  await leader.reads('Der er svar på dit ønske');
  await leader.reads('Vikarer oprettes fra vagtplanen samme dag');
  await leader.reads('Lederen kan lægge vagtplan fra første dag');
  await leader.reads('1. halvår 2027');
  await leader.picture('7-tilbagemelding');
}, 90_000);

test('in a group the bot answers a person who mentions it', async () => {
  await leader.openGroup();
  await leader.reads('Få jeres forenklingsønsker her');
  await leader.mentions('mine ønsker');
  await leader.reads('Skriv til mig i en privat chat');
  await leader.picture('8-group');
}, 60_000);

test('in a channel the bot answers a mention in its thread', async () => {
  await leader.openChannel();
  await leader.postsMention('hjælp');
  await leader.reads('Få jeres forenklingsønsker her');
  await leader.mentions('mine ønsker');
  await leader.reads('Skriv til mig i en privat chat');
  await leader.picture('9-channel');
}, 60_000);

/** The owner shows the unit's inbox in the place where the bot was mentioned. */
async function brings(words: RegExp | string) {
  await owner.presses('Vis indbakken her');
  await owner.presses('Vis den her');
  await owner.reads(words);
}

async function answers(measure: string) {
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  await owner.fills('Tiltag', measure);
  await owner.fills('Forventet forbedring', 'Lederen kan lægge vagtplan fra første dag');
  await owner.fills('Tidshorisont', '1. halvår 2027');
  await owner.presses('Send svaret');
  await owner.reads('Besvaret');
}

async function reports(words: string) {
  await leader.openPersonal();
  await leader.says(words);
  await leader.reads(words, 2);
  await leader.presses('Ja, send det');
  await leader.reads(/har fået nummer FØ-\d{4}-\d{4}/);
}

test('an owner brings the inbox to a channel and answers there in the request’s own thread', async () => {
  await owner.openChannel();
  await owner.postsMention('indbakke her');
  await owner.picture('10-inbox-here');
  await brings('Indbakken for Koncern HR vises nu her');
  await owner.picture('11-followed');
  await reports('Lønsedler for timelønnede kommer på papir hver måned');
  await owner.openChannel();
  await owner.openThread('Lønsedler for timelønnede');
  await owner.picture('12-thread');
  await answers('Lønsedler kommer i e-Boks');
  await owner.picture('13-answered-in-channel');
  await leader.reads('Lønsedler kommer i e-Boks');
  await leader.picture('14-tilbagemelding-from-channel');
}, 120_000);

test('an owner brings the inbox to a group chat, where the card follows and comments come below', async () => {
  await owner.openGroup();
  await owner.mentions('indbakke her');
  await brings('Indbakken for Koncern HR vises nu her');
  await reports('Ferie skal tastes i lønsystemet to gange hver måned');
  await owner.openGroup();
  await owner.reads('Ferie skal tastes i lønsystemet');
  await answers('Ferie skrives kun ét sted');
  await owner.picture('15-group-answered');
  await leader.reads('Ferie skrives kun ét sted');
}, 120_000);

test('the message extension makes a request of a message and carries its words over', async () => {
  const words = 'Nye nøglebrikker tager tre uger hver gang';
  await leader.openPersonal();
  await leader.says(words);
  await leader.reads(words, 2);
  await leader.opensExtension('create-request', words);
  await leader.holds('Hvad er unødigt besværligt', words);
  await leader.picture('16-extension');
  await leader.fills('Hvad er unødigt besværligt', `${words}, siger 070761-4285`);
  await leader.chooses('Hvad handler det om?', 'Personale og løn');
  await leader.presses('Send ønsket');
  await leader.reads('Noget skal rettes');
  await leader.picture('17-extension-refused');
  await leader.fills('Hvad er unødigt besværligt', words);
  await leader.presses('Send ønsket');
  await leader.reads(/har fået nummer FØ-\d{4}-\d{4}/);
  await leader.picture('18-extension-receipt');
}, 90_000);
