import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peopleBelow } from '../../domain/people/managers.ts';
import { type Organisation, unitName } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { asks, asksFor } from '../../domain/requests/record/asks.ts';
import type { Decision } from '../../domain/vocabulary.ts';
import { decisionNames } from '../../locales/vocabulary.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { Queries } from '../queries.ts';
import { type Platform, type RunningBot, type Somebody, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

interface Wish {
  id: string;
  text: string;
  administration: string;
  area: string;
  kind: string;
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

interface SampleAnswer {
  requestId: string;
  unit: string;
  decision: Decision;
  measure: string;
  expectedImprovement: string;
  horizonText: string;
  horizonStart: string | null;
  horizonEnd: string | null;
  nowPossible: string | null;
  whatItTakes: string | null;
}

const lines = <Row>(name: string): Row[] =>
  readFileSync(join(import.meta.dirname, `../fixtures/shared/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const wishes = lines<Wish>('requests');
const answers = lines<SampleAnswer>('answers');

const friday = new Date('2026-11-20T09:00:00+01:00');
const sunday = new Date('2026-11-22T10:00:00+01:00');
const monday = new Date('2026-11-23T08:00:00+01:00');

/** Everybody keeps to one platform: every other leader and every other owner is in Teams. */
class Cast {
  private readonly platforms = new Map<string, Platform>();
  private readonly bot: RunningBot;
  constructor(bot: RunningBot, everyone: readonly Person[]) {
    this.bot = bot;
    everyone.forEach(({ email }, index) => {
      this.platforms.set(email, index % 2 === 0 ? 'teams' : 'slack');
    });
  }
  platformOf = (email: string): Platform => this.platforms.get(email) ?? 'slack';
  the = (email: string): Somebody => this.bot.on(this.platformOf(email), email);
  elsewhere = (email: string): Somebody => this.bot.on(this.platformOf(email) === 'teams' ? 'slack' : 'teams', email);
}

let bot: RunningBot;
let queries: Queries;
let organisation: Organisation;
let everyone: Person[];
let cast: Cast;
/** Sample id → the request that was made of it. */
const sent = new Map<string, { number: string; leader: string }>();

beforeAll(async () => {
  bot = await startBotBetweenPlatforms({ opens: friday });
  queries = new Queries(bot.database.connection);
  const found = await directoryOf(bot.database.stored).organisation('fjordby');
  if (!found) throw new Error('the sample municipality is not there');
  organisation = found;
  const stored = await bot.database.stored.people.find().lean();
  everyone = stored.map(({ _id, organisation: _scope, ...rest }) => ({ ...rest, id: _id })) as Person[];
  cast = new Cast(bot, everyone);
  for (const { email } of everyone) {
    if (cast.platformOf(email) === 'teams') await bot.simulator.teams(email).install();
  }
}, 120_000);
afterAll(() => bot?.close());

const leaders = () => everyone.filter(({ roles }) => roles.includes('leader'));
const messagesSaying = (somebody: Somebody, words: string) => somebody.all().filter((text) => text.includes(words));

test('the administrator starts a campaign, and the bot asks every leader once, in their private chat', async () => {
  const admin = cast.the(people.admin);
  await admin.says('kampagne');
  if (admin.platform === 'slack') await admin.presses('Start en kampagne');
  await admin.fills({ question: 'Hvad tager for lang tid hos jer?' }, 'Start kampagnen');
  expect(admin.reads()).toContain(`${leaders().length} ledere bliver spurgt`);
  await bot.delivers();
  for (const { email, language } of leaders()) {
    expect([email, messagesSaying(cast.the(email), 'Hvad tager for lang tid hos jer?').length]).toEqual([email, 1]);
    expect(cast.elsewhere(email).all()).toEqual([]);
    expect(cast.the(email).reads()).toContain(language === 'en' ? 'Write a request' : 'Skriv et ønske');
  }
}, 120_000);

test('60 leaders’ wishes come in, by form and by plain words, and each gets its number and its unit', async () => {
  const turn = new Map<string, number>();
  for (const [index, wish] of wishes.entries()) {
    const group = leaders().filter(({ administration }) => administration === wish.administration);
    const next = turn.get(wish.administration) ?? 0;
    turn.set(wish.administration, next + 1);
    const person = group[next % group.length];
    if (!person) throw new Error(`no leader in ${wish.administration}`);
    const leader = cast.the(person.email);
    const da = person.language !== 'en';
    if (index % 2 === 0) await byForm(leader, wish, da);
    else await byWords(leader, wish, da);
    const number = /FØ-2026-\d{4}/.exec(leader.reads())?.[0];
    if (!number) throw new Error(`no receipt for ${wish.id}: ${leader.reads()}`);
    sent.set(wish.id, { number, leader: person.email });
  }
  const stored = await bot.database.stored.requests.find().lean();
  expect(stored).toHaveLength(60);
  expect(stored.map(({ number }) => number).sort()).toEqual(
    Array.from({ length: 60 }, (_, index) => `FØ-2026-${String(index + 1).padStart(4, '0')}`),
  );
  for (const wish of wishes) {
    const request = stored.find(({ number }) => number === sent.get(wish.id)?.number);
    expect(request).toMatchObject({
      text: wish.text,
      area: wish.area,
      kind: wish.kind,
      state: 'routed',
      dueOn: '2026-12-18',
    });
    expect(request?.burden).toEqual({
      minutesPerTime: wish.minutesPerTime,
      timesPerMonth: wish.timesPerMonth,
      peopleAffected: wish.peopleAffected,
    });
  }
}, 240_000);

test('each owner gets one card for each request of the unit, and no other', async () => {
  await bot.delivers();
  const stored = await bot.database.stored.requests.find().lean();
  for (const owner of everyone.filter(({ roles }) => roles.includes('processOwner'))) {
    const theirs = stored.filter(({ unit }) => unit === owner.unit).map(({ number }) => number);
    const title = owner.language === 'en' ? 'New request: ' : 'Nyt ønske: ';
    const cards = messagesSaying(cast.the(owner.email), title);
    expect(cards.map((text) => /FØ-2026-\d{4}/.exec(text)?.[0]).sort()).toEqual(theirs.sort());
  }
}, 120_000);

test('the owners give the 30 answers; a form first asks for anything that an answer lacks', async () => {
  bot.clock.now = sunday;
  for (const [index, answer] of answers.entries()) {
    const owners = everyone.filter(({ unit }) => unit !== null && unitName(organisation, unit) === answer.unit);
    const person = owners[index % owners.length];
    if (!person) throw new Error(`nobody owns ${answer.unit}`);
    await giveAnswer(cast.the(person.email), person.language !== 'en', answer);
  }
  for (const answer of answers) {
    const stored = await bot.database.stored.requests
      .findOne({ organisation: organisation.id, number: sent.get(answer.requestId)?.number ?? '' })
      .lean();
    const states: Partial<Record<Decision, string>> = { declined: 'declined', done: 'delivered', guidance: 'guided' };
    const state = states[answer.decision] ?? 'answered';
    const hasDate = asksFor(answer.decision, 'horizon') && answer.horizonStart !== null;
    expect(stored).toMatchObject({
      state,
      answer: {
        decision: answer.decision,
        measure: answer.measure,
        expectedImprovement: asksFor(answer.decision, 'expectedImprovement') ? answer.expectedImprovement : '',
        horizon: hasDate
          ? { text: answer.horizonText, start: answer.horizonStart, end: answer.horizonEnd }
          : { text: '', start: null, end: null },
      },
    });
  }
}, 240_000);

test('the bot disturbs nobody on Sunday; on Monday morning every leader gets each tilbagemelding once, in the private chat', async () => {
  await bot.delivers();
  const answered = answers.map(({ requestId }) => sent.get(requestId)).filter((one) => one !== undefined);
  const saying = (email: string, number: string) =>
    cast
      .the(email)
      .all()
      .filter(
        (text) =>
          text.includes(`Der er svar på dit ønske ${number}`) || text.includes(`Your request ${number} has an answer`),
      );
  for (const { leader, number } of answered) expect(saying(leader, number)).toEqual([]);
  bot.clock.now = monday;
  await bot.delivers();
  for (const answer of answers) {
    const { leader, number } = sent.get(answer.requestId) ?? { leader: '', number: '' };
    const told = saying(leader, number);
    expect([number, told.length]).toEqual([number, 1]);
    // Lines are parts of the same text on both platforms; words are compared.
    const words = (text: string) => text.replace(/\s+/g, ' ');
    expect(words(told[0] ?? '')).toContain(words(answer.measure));
    const hasDate = asksFor(answer.decision, 'horizon') && answer.horizonStart !== null;
    if (hasDate) expect(words(told[0] ?? '')).toContain(answer.horizonText);
  }
}, 120_000);

test('“mine” shows a leader’s own requests, and the inbox shows the unit’s', async () => {
  const [first] = wishes;
  const { leader: email, number } = sent.get(first?.id ?? '') ?? { leader: '', number: '' };
  const leader = cast.the(email);
  await leader.says('mine ønsker');
  expect(leader.reads()).toContain(number);
  const theirs = [...sent.values()].filter((one) => one.leader !== email).map((one) => one.number);
  for (const other of theirs) expect(leader.reads()).not.toContain(other);
  const owner = cast.the(people.hr);
  await owner.says('indbakke');
  expect(owner.reads()).toContain('Indbakke: Koncern HR');
}, 60_000);

test('each manager got the digest of their area on Monday, with the week’s numbers', async () => {
  const stored = await bot.database.stored.requests.find().lean();
  for (const manager of everyone.filter(({ roles }) => roles.includes('manager'))) {
    const below = peopleBelow(manager, everyone);
    const own = stored.filter(
      ({ leaderId, unit }) =>
        below.some((person) => person.id === leaderId) || below.some((person) => person.unit === unit),
    );
    const digests = messagesSaying(cast.the(manager.email), 'Ugens overblik');
    expect([manager.email, digests.length]).toEqual([manager.email, own.length > 0 ? 1 : 0]);
    if (own.length === 0) continue;
    const done = own.filter(({ answer }) => answer !== null).length;
    expect(digests[0]?.replace(/\s+/g, ' ')).toContain(`Nye ønsker: ${own.length}`);
    expect(digests[0]?.replace(/\s+/g, ' ')).toContain(`Besvaret: ${done}`);
  }
}, 60_000);

test('no message came twice, none was parked, and each is accounted for', async () => {
  const { outbox, deliveries } = bot.database.stored;
  expect(await outbox.find().lean()).toEqual([]);
  const lines = await deliveries.find().lean();
  expect(new Set(lines.map(({ result }) => result))).toEqual(new Set(['sent', 'settled']));
  expect(lines.filter(({ doubts, repeats }) => doubts + repeats > 0)).toEqual([]);
  // A card in a channel has a line for each time that it was put up.
  const meanings = lines.filter(({ kind }) => kind !== 'room-card').map(({ what }) => what);
  expect(new Set(meanings).size).toBe(meanings.length);
  for (const { email } of everyone) {
    const told = cast
      .the(email)
      .messages()
      .filter(({ from }) => from === 'bot')
      .map((message) => message.id);
    expect(new Set(told).size).toBe(told.length);
  }
});

/** The form: in Teams inside the card, in Slack a modal. */
async function byForm(leader: Somebody, wish: Wish, da: boolean): Promise<void> {
  await leader.presses(da ? 'Skriv et ønske' : 'Write a request');
  const { text, area, kind, minutesPerTime, timesPerMonth, peopleAffected } = wish;
  const numbers = { minutesPerTime, timesPerMonth, peopleAffected };
  const typed = Object.fromEntries(
    Object.entries(numbers).map(([field, value]) => [field, value === null ? '' : String(value)]),
  );
  await leader.fills({ text, area, kind, ...typed }, da ? 'Send ønsket' : 'Send the request');
}

/** The leader writes plain words, the bot shows what it read, and the leader corrects it. */
async function byWords(leader: Somebody, wish: Wish, da: boolean): Promise<void> {
  await leader.says(wish.text);
  expect(leader.reads()).toContain(da ? 'Er det rigtigt forstået?' : 'Did I get it right?');
  const change = leader.reads().includes(da ? 'Ret først' : 'Edit first');
  await leader.presses(
    change ? (da ? 'Ret først' : 'Edit first') : da ? 'Vælg område og send' : 'Choose area and send',
  );
  const { area, kind, minutesPerTime, timesPerMonth, peopleAffected } = wish;
  const numbers = { minutesPerTime, timesPerMonth, peopleAffected };
  const typed = Object.fromEntries(
    Object.entries(numbers).map(([field, value]) => [field, value === null ? '' : String(value)]),
  );
  await leader.fills({ area, kind, ...typed }, da ? 'Send ønsket' : 'Send the request');
}

async function giveAnswer(owner: Somebody, da: boolean, answer: SampleAnswer): Promise<void> {
  const submit = da ? 'Send svaret' : 'Send the answer';
  await owner.says(sent.get(answer.requestId)?.number ?? '');
  await owner.presses(da ? 'Svar' : 'Answer');
  await owner.presses(decisionNames[da ? 'da' : 'en'][answer.decision]);
  const { fields } = asks[answer.decision];
  const typed = {
    measure: answer.measure,
    expectedImprovement: answer.expectedImprovement,
    horizon: answer.horizonText,
    nowPossible: answer.nowPossible ?? '',
    whatItTakes: answer.whatItTakes ?? '',
  };
  const given = Object.fromEntries(Object.entries(typed).filter(([field]) => fields.some((asked) => asked === field)));
  const sends = async (filled: Record<string, string>) => {
    await owner.fills(filled, submit);
    const question = da ? ['Vi læser tiden', 'ingen dato i det'] : ['We read the time', 'no date in what'];
    if (question.some((words) => owner.seesNow().includes(words)))
      await owner.fills({}, da ? 'Ja, send svaret' : 'Yes, send the answer');
  };
  await sends(given);
  const isPromise = asks[answer.decision].time === 'promised';
  const missing = {
    ...(answer.decision === 'declined' ? { declineCategory: 'law' } : {}),
    ...(answer.decision === 'guidance' ? { where: 'Koncernens vejledning på intranettet' } : {}),
    ...(answer.decision === 'partly' && !answer.nowPossible ? { nowPossible: 'Brug den nuværende løsning' } : {}),
    ...(answer.decision === 'partly' && !answer.whatItTakes ? { whatItTakes: 'En aftale med leverandøren' } : {}),
    ...(isPromise && answer.horizonStart === null ? { horizon: 'løbende, efterhånden som fejl meldes ind' } : {}),
  };
  if (Object.keys(missing).length === 0) return;
  const words = {
    declineCategory: 'Vælg, hvorfor',
    where: 'Skal udfyldes.',
    nowPossible: 'kan gøres nu.',
    whatItTakes: 'for resten.',
    horizon: 'hvorfor der ikke',
  };
  for (const field of Object.keys(missing)) {
    if (da) expect(owner.seesNow()).toContain(words[field as keyof typeof words]);
  }
  await sends({ ...given, ...missing });
}

test('no query of all that has read a whole collection', async () => {
  const { all, withoutIndex } = await queries.explained();
  expect(withoutIndex).toEqual([]);
  expect(all.length).toBeGreaterThan(30);
});
