import { people } from '../../sample-domain.ts';
import { type Act, packed } from '../act.ts';
import { type BadAct, type Stage, said, staleCard, unknownButton } from './stage.ts';

const answer = (at: Stage, fields: Record<string, string>): Act => ({
  button: packed('answer-request', { requestId: at.requestId }),
  fields: { decision: 'planned', measure: 'Vi retter det', expectedImprovement: 'Løn til tiden', ...fields },
});
export const request = (fields: Record<string, unknown>): Act => ({
  button: packed('submit-request'),
  fields: { text: said, area: 'personale', ...fields },
});

export const buttons: BadAct[] = [
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
    (at) => ({ button: packed('acknowledge-request', { requestId: at.requestId, note: 'x'.repeat(2000) }) }),
  ],
  [
    'an operator as the text of a value',
    people.hr,
    staleCard,
    () => ({ button: packed('acknowledge-request', { requestId: '{"$ne":1}' }) }),
  ],
  ['a button without its request', people.hr, staleCard, () => ({ button: packed('acknowledge-request') })],
  [
    'a requestId: at.requestId that was edited',
    people.hr,
    'Det ønske kan jeg ikke finde',
    (at) => ({ button: packed('acknowledge-request', { requestId: `${at.requestId.slice(0, -1)}x` }) }),
  ],
  [
    'a card forwarded to another unit, in English',
    people.it,
    'I cannot find that request',
    (at) => ({ button: packed('acknowledge-request', { requestId: at.requestId }) }),
  ],
  [
    'a form forwarded to another unit, in English',
    people.it,
    'I cannot find that request',
    (at) => ({ button: packed('open-answer-form', { requestId: at.requestId }) }),
  ],
  [
    'a card forwarded to another leader, in English',
    people.otherLeader,
    'I cannot find that request',
    (at) => ({ button: packed('withdraw-request', { requestId: at.requestId }) }),
  ],
  [
    'the draft of another leader',
    people.otherLeader,
    'The draft has been sent or deleted',
    (at) => ({ button: packed('send-draft', { draftId: at.draftId }) }),
  ],
  [
    'an owner’s button in the hands of the leader',
    people.leader,
    'Det ligger hos andre end dig',
    (at) => ({ button: packed('acknowledge-request', { requestId: at.requestId }) }),
  ],
  [
    'the owner’s button in the hands of the owner’s manager',
    people.unitManager,
    'Det ligger hos andre end dig',
    (at) => ({ button: packed('deliver-request', { requestId: at.requestId }) }),
  ],
  [
    'a campaign by a leader',
    people.leader,
    'Det ligger hos andre end dig',
    () => ({ button: packed('start-campaign'), fields: { question: said } }),
  ],
];

export const forms: BadAct[] = [
  ['no characters', people.leader, 'Skal udfyldes.', () => request({ text: '' })],
  ['only blanks', people.leader, 'Skal udfyldes.', () => request({ text: ' \u200B\n\t ' })],
  ['only emoji', people.leader, 'Skriv det med ord.', () => request({ text: '😡😡👩‍🏫' })],
  ['only emoji, in English', people.englishLeader, 'Please use words.', () => request({ text: '😡' })],
  ['3,001 characters', people.leader, 'Teksten er for lang', () => request({ text: `${said} ${'x'.repeat(2975)}` })],
  ['30,000 characters', people.leader, 'Teksten er for lang', () => request({ text: 'ord '.repeat(7500) })],
  ['a CPR number', people.leader, 'Der står et CPR-nummer', () => request({ text: 'Borger 070761-4285 venter' })],
  ['an unknown area', people.leader, 'Vælg en af mulighederne.', () => request({ area: '{"$ne":1}' })],
  ['an area called __proto__', people.leader, 'Vælg en af mulighederne.', () => request({ area: '__proto__' })],
  ['an area called toString', people.leader, 'Vælg en af mulighederne.', () => request({ area: 'toString' })],
  ['a negative number', people.leader, 'Skriv et tal, fx 15.', () => request({ minutesPerTime: '-1' })],
  ['an invalid number', people.leader, 'Skriv et tal, fx 15.', () => request({ minutesPerTime: 'NaN' })],
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
  ['31 February', people.hr, 'Den dato findes ikke', (at) => answer(at, { horizon: '31. februar 2027' })],
  ['a date in the past', people.hr, 'Tidspunktet er passeret', (at) => answer(at, { horizon: 'senest 1. maj 2020' })],
  ['the year 9999', people.hr, 'Den dato findes ikke', (at) => answer(at, { horizon: '1. maj 9999' })],
  ['an invalid date', people.hr, 'Jeg forstår ikke tidspunktet', (at) => answer(at, { horizon: '{"$ne":1}' })],
  ['an edited period', people.hr, staleCard, (at) => answer(at, { horizon: '', horizonPicked: '9999/0' })],
  ['no decision', people.hr, 'Skal udfyldes.', (at) => answer(at, { decision: '', horizon: '1. maj 2027' })],
  [
    'a first step without a decision',
    people.hr,
    'Skal udfyldes.',
    (at) => ({ button: packed('choose-decision', { requestId: at.requestId }), fields: { decision: '' } }),
  ],
];
