import { type House, openHouse, type Platform } from '../house.ts';
import { people } from '../town.ts';
import { type Act, act, packed } from './act.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Vikarer oprettes for sent';
const unknownButton = 'Den knap kender jeg ikke længere';
const staleCard = 'Kortet er fra før en opdatering';
const platforms = ['teams', 'slack'] as const;

let house: House;
let requestId: string;
let draftId: string;
let before: Record<string, unknown[]>;

/** A request and a draft of Pernille's; everybody has written to the bot, on one platform after the other. */
beforeAll(async () => {
  house = await openHouse();
  const leader = house.on('teams', people.leader);
  await leader.says('Nye vikarer bliver ansat, men lønnen kommer for sent. Det tager 20 minutter hver gang.');
  await leader.presses('Ja, send det');
  await leader.says('Endnu et ønske om vikarer og løn, som er en kladde');
  [requestId, draftId] = (await Promise.all(
    [house.database.stored.requests, house.database.stored.drafts].map(async (stored) =>
      String((await (stored as typeof house.database.stored.drafts).findOne().lean())?._id),
    ),
  )) as [string, string];
});
afterAll(() => house.close());

/** The people who act below, settled on the platform, so that nothing of theirs changes by writing there. */
async function settleOn(platform: Platform): Promise<void> {
  for (const email of Object.values(people)) await house.on(platform, email).says('hej');
  before = await storedIn(house);
}

type Case = [name: string, email: string, told: string, acted: () => Act];

const answer = (fields: Record<string, string>): Act => ({
  button: packed('answer-request', { requestId }),
  fields: { decision: 'planned', measure: 'Vi retter det', expectedImprovement: 'Løn til tiden', ...fields },
});
const request = (fields: Record<string, unknown>): Act => ({
  button: packed('submit-request'),
  fields: { text: said, area: 'personale', ...fields },
});

const buttons: Case[] = [
  ['an unknown action', people.leader, unknownButton, () => ({ button: packed('delete-everything') })],
  ['an action called constructor', people.leader, unknownButton, () => ({ button: packed('constructor') })],
  ['an action called __proto__', people.leader, unknownButton, () => ({ button: packed('__proto__') })],
  ['a button of another version', people.hr, unknownButton, () => ({ button: packed('help', {}, { v: 2 }) })],
  ['a button without a nonce', people.hr, unknownButton, () => ({ button: packed('help', {}, { n: '' }) })],
  ['a button with a part too many', people.hr, unknownButton, () => ({ button: packed('help', {}, { admin: true }) })],
  ['a button that is null', people.leader, unknownButton, () => ({ button: null })],
  ['a button that is a list', people.leader, unknownButton, () => ({ button: [] })],
  ['a button that is a text', people.leader, unknownButton, () => ({ button: 'not json' })],
  [
    'an operator as a value',
    people.hr,
    unknownButton,
    () => ({ button: packed('acknowledge-request', { requestId: { $ne: 1 } }) }),
  ],
  [
    'a value called __proto__',
    people.hr,
    unknownButton,
    () => ({ button: packed('acknowledge-request', JSON.parse('{"__proto__":"x"}')) }),
  ],
  [
    'more than a button holds',
    people.hr,
    unknownButton,
    () => ({ button: packed('acknowledge-request', { requestId, note: 'x'.repeat(2000) }) }),
  ],
  [
    'an operator as the text of a value',
    people.hr,
    staleCard,
    () => ({ button: packed('acknowledge-request', { requestId: '{"$ne":1}' }) }),
  ],
  ['a button without its request', people.hr, staleCard, () => ({ button: packed('acknowledge-request') })],
  [
    'a requestId that was edited',
    people.hr,
    'Det ønske kan jeg ikke finde',
    () => ({ button: packed('acknowledge-request', { requestId: `${requestId.slice(0, -1)}x` }) }),
  ],
  [
    'a card forwarded to another unit, in English',
    people.it,
    'I cannot find that request',
    () => ({ button: packed('acknowledge-request', { requestId }) }),
  ],
  [
    'a form forwarded to another unit, in English',
    people.it,
    'I cannot find that request',
    () => ({ button: packed('open-answer-form', { requestId }) }),
  ],
  [
    'a card forwarded to another leader, in English',
    people.otherLeader,
    'I cannot find that request',
    () => ({ button: packed('withdraw-request', { requestId }) }),
  ],
  [
    'the draft of another leader',
    people.otherLeader,
    'The draft has been sent or deleted',
    () => ({ button: packed('send-draft', { draftId }) }),
  ],
  [
    'an owner’s button in the hands of the leader',
    people.leader,
    'Det kan du ikke med din rolle',
    () => ({ button: packed('acknowledge-request', { requestId }) }),
  ],
  [
    'the owner’s button in the hands of the owner’s manager',
    people.unitManager,
    'Det kan du ikke med din rolle',
    () => ({ button: packed('deliver-request', { requestId }) }),
  ],
  [
    'a campaign by a leader',
    people.leader,
    'Det kan du ikke med din rolle',
    () => ({ button: packed('start-campaign'), fields: { question: said } }),
  ],
];

const forms: Case[] = [
  ['no characters', people.leader, 'Skal udfyldes.', () => request({ text: '' })],
  ['only blanks', people.leader, 'Skal udfyldes.', () => request({ text: ' \u200B\n\t ' })],
  ['only emoji', people.leader, 'Skriv det med ord.', () => request({ text: '😡😡👩‍🏫' })],
  ['only emoji, in English', people.englishLeader, 'Please use words.', () => request({ text: '😡' })],
  ['3,001 characters', people.leader, 'Teksten er for lang', () => request({ text: `${said} ${'x'.repeat(2975)}` })],
  ['30,000 characters', people.leader, 'Teksten er for lang', () => request({ text: 'ord '.repeat(7500) })],
  ['a CPR number', people.leader, 'Der står et CPR-nummer', () => request({ text: 'Borger 070761-4285 venter' })],
  ['an area that is none', people.leader, 'Vælg en af mulighederne.', () => request({ area: '{"$ne":1}' })],
  ['an area called __proto__', people.leader, 'Vælg en af mulighederne.', () => request({ area: '__proto__' })],
  ['an area called toString', people.leader, 'Vælg en af mulighederne.', () => request({ area: 'toString' })],
  ['a negative number', people.leader, 'Skriv et tal, fx 15.', () => request({ minutesPerTime: '-1' })],
  ['a number that is none', people.leader, 'Skriv et tal, fx 15.', () => request({ minutesPerTime: 'NaN' })],
  ['infinity', people.leader, 'Skriv et tal, fx 15.', () => request({ minutesPerTime: '1e999' })],
  ['too large a number', people.leader, 'Tallet er for stort', () => request({ minutesPerTime: '99999' })],
  [
    'a form from before the area was asked for',
    people.leader,
    'Skal udfyldes.',
    () => ({ button: packed('submit-request'), fields: { text: said } }),
  ],
  [
    'a form of another version',
    people.leader,
    unknownButton,
    () => ({ button: packed('submit-request', {}, { v: 2 }), fields: { text: said, area: 'personale' } }),
  ],
  [
    'a form for a draft that is gone',
    people.leader,
    'Kladden er sendt eller slettet',
    () => ({ button: packed('submit-request', { draftId: 'gone' }), fields: { text: said, area: 'personale' } }),
  ],
  [
    'a form without its request',
    people.hr,
    staleCard,
    () => ({ button: packed('answer-request'), fields: { decision: 'planned', measure: said } }),
  ],
  ['an operator typed into a field', people.leader, unknownButton, () => request({ text: { $ne: 1 } })],
  ['a field called constructor', people.leader, unknownButton, () => request({ constructor: 'x' })],
  ['31 February', people.hr, 'Den dato findes ikke', () => answer({ horizon: '31. februar 2027' })],
  ['a date in the past', people.hr, 'Den tid er gået', () => answer({ horizon: 'senest 1. maj 2020' })],
  ['the year 9999', people.hr, 'Den dato findes ikke', () => answer({ horizon: '1. maj 9999' })],
  ['a date that is none', people.hr, 'Det kan jeg ikke læse som en tid', () => answer({ horizon: '{"$ne":1}' })],
  ['an edited period', people.hr, staleCard, () => answer({ horizon: '', horizonPicked: '9999/0' })],
  ['no decision', people.hr, 'Skal udfyldes.', () => answer({ decision: '', horizon: '1. maj 2027' })],
  [
    'a first step without a decision',
    people.hr,
    'Skal udfyldes.',
    () => ({ button: packed('choose-decision', { requestId }), fields: { decision: '' } }),
  ],
];

describe.each(platforms)('in %s', (platform) => {
  beforeAll(() => settleOn(platform));

  test.each([...buttons, ...forms])('%s: %s is told “%s…”, and nothing changes', async (_name, email, told, acted) => {
    expect(await act(house, platform, email, acted())).toContain(told);
    expect(await storedIn(house)).toEqual(before);
  });
});

test.each(platforms)('in %s a field that no form has is left out, even one called __proto__', async (platform) => {
  const { requests } = house.database.stored;
  for (const [index, field] of ['colour', '__proto__'].entries()) {
    const text = `${said}, ${platform} ${index}`;
    await act(house, platform, people.leader, request({ text, ...JSON.parse(`{"${field}":"admin"}`) }));
    expect(JSON.stringify(await requests.findOne({ text }).lean())).not.toContain('"admin"');
  }
  expect(await requests.countDocuments({ text: `${said}, ${platform} 0` })).toBe(1);
});

test('after all that the bot answers, and the log holds none of it', () =>
  expectUnharmed(house, [said, 'Vi retter det', '070761', '$ne', 'februar']));
