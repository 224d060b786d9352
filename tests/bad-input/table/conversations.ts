import { people } from '../../town.ts';
import { packed } from '../act.ts';
import { type BadAct, type BadInput, said, staleCard, unknownButton } from './stage.ts';

const notAllowed = 'Det kan du ikke med din rolle';
const notFound = 'Det ønske kan jeg ikke finde';
const file = { name: 'løn.png', size: 1, platform: 'teams', reference: 'http://169.254.169.254/latest/meta-data' };

/** Messages, files, channels and the door, asked for by whoever may not or with what is none. */
export const conversations: BadAct[] = [
  [
    'a message about somebody else’s request, in English',
    people.otherLeader,
    'I cannot find that request',
    (at) => ({
      button: packed('comment-on-request', { requestId: at.requestId }),
      fields: { text: said },
    }),
  ],
  [
    'a message of a manager, who only reads along',
    people.schoolManager,
    notAllowed,
    (at) => ({
      button: packed('comment-on-request', { requestId: at.requestId }),
      fields: { text: said },
    }),
  ],
  [
    'a message about a request that is none',
    people.leader,
    notFound,
    () => ({
      button: packed('comment-on-request', { requestId: 'none' }),
      fields: { text: said },
    }),
  ],
  [
    'a message with an operator as its request',
    people.leader,
    staleCard,
    () => ({
      button: packed('comment-on-request', { requestId: '{"$ne":1}' }),
      fields: { text: said },
    }),
  ],
  [
    'a message without words',
    people.leader,
    'Skal udfyldes.',
    (at) => ({
      button: packed('comment-on-request', { requestId: at.requestId }),
      fields: { text: ' ' },
    }),
  ],
  [
    'a message with a CPR number',
    people.leader,
    'Der står et CPR-nummer',
    (at) => ({
      button: packed('comment-on-request', { requestId: at.requestId }),
      fields: { text: 'Det er 070761-4285' },
    }),
  ],
  [
    'a message that is too long',
    people.leader,
    'Teksten er for lang',
    (at) => ({
      button: packed('comment-on-request', { requestId: at.requestId }),
      fields: { text: 'ord '.repeat(501) },
    }),
  ],
  [
    'the form for a message about somebody else’s request',
    people.legal,
    notFound,
    (at) => ({
      button: packed('open-comment-form', { requestId: at.requestId }),
    }),
  ],
  [
    'an inbox shown by a leader',
    people.leader,
    notAllowed,
    (at) => ({
      button: packed('follow-unit', { roomId: at.roomId, unit: 'Koncern HR' }),
    }),
  ],
  [
    'a channel that the card names',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('follow-unit', { roomId: at.roomId, unit: 'Koncern HR' }),
    }),
  ],
  [
    'a channel that the form names',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('follow-unit'),
      fields: { roomId: at.roomId, unit: 'Koncern HR' },
    }),
  ],
  [
    'the form for a channel that the card names',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('open-follow-form', { roomId: at.roomId }),
    }),
  ],
  [
    'an inbox stopped from elsewhere',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('unfollow-unit', { roomId: at.roomId }),
    }),
  ],
  [
    'somebody let in by a leader',
    people.leader,
    notAllowed,
    () => ({
      button: packed('decide-join', { joinId: 'j1', decision: 'letIn' }),
    }),
  ],
  [
    'somebody let in who has not asked',
    people.admin,
    'Kladden er sendt eller slettet',
    () => ({
      button: packed('decide-join', { joinId: 'j1', decision: 'letIn' }),
    }),
  ],
  [
    'a decision at the door that is none',
    people.admin,
    staleCard,
    () => ({
      button: packed('decide-join', { joinId: 'j1', decision: 'maybe' }),
    }),
  ],
  [
    'a person who asks to join though they are in',
    people.leader,
    unknownButton,
    () => ({ button: packed('ask-to-join') }),
  ],
  [
    'a decision that is none',
    people.hr,
    'Vælg en af mulighederne.',
    (at) => ({
      button: packed('choose-decision', { requestId: at.requestId }),
      fields: { decision: 'constructor' },
    }),
  ],
  [
    'a decision by the leader',
    people.leader,
    notAllowed,
    (at) => ({
      button: packed('choose-decision', { requestId: at.requestId }),
      fields: { decision: 'planned' },
    }),
  ],
  [
    'a version that is none',
    people.hr,
    staleCard,
    (at) => ({
      button: packed('acknowledge-request', { requestId: at.requestId, version: '1e9' }),
    }),
  ],
  [
    'a version below none',
    people.hr,
    staleCard,
    (at) => ({
      button: packed('acknowledge-request', { requestId: at.requestId, version: '-1' }),
    }),
  ],
  [
    'an operator as a version',
    people.hr,
    staleCard,
    (at) => ({
      button: packed('acknowledge-request', { requestId: at.requestId, version: '{"$gt":0}' }),
    }),
  ],
  [
    'a file that a card names',
    people.leader,
    unknownButton,
    (at) => ({
      button: packed('attach-files', { about: at.requestId, files: JSON.stringify([file]) }),
    }),
  ],
  [
    'a file list that is not JSON',
    people.leader,
    unknownButton,
    () => ({
      button: packed('attach-files', { files: '{{' }),
    }),
  ],
  [
    'the files of somebody else’s draft',
    people.hr,
    notFound,
    (at) => ({
      button: packed('show-files', { about: at.draftId }),
    }),
  ],
  [
    'the files of somebody else’s request',
    people.legal,
    notFound,
    (at) => ({
      button: packed('show-files', { about: at.requestId }),
    }),
  ],
  [
    'a fresh look at somebody else’s request',
    people.legal,
    notFound,
    (at) => ({
      button: packed('refresh-request', { requestId: at.requestId }),
    }),
  ],
  [
    'words for somebody else’s draft',
    people.hr,
    notAllowed,
    (at) => ({
      button: packed('revise-draft', { draftId: at.draftId, text: said }),
    }),
  ],
  [
    'somebody else’s draft thrown away, in English',
    people.otherLeader,
    'The draft has been sent or deleted',
    (at) => ({
      button: packed('discard-draft', { draftId: at.draftId }),
    }),
  ],
];

const get =
  (path: string): BadInput[3] =>
  async (at) => {
    const response = await fetch(`${at.house.botUrl}${path}`, { redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  };
const noFile = 'Linket virker ikke længere';

/** Addresses that a browser may open. */
export const pages: BadInput[] = [
  ['a link to a file that was never made', 404, noFile, get('/files/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
  ['an operator as a link to a file', 404, noFile, get('/files/%7B%22%24ne%22%3Anull%7D')],
  ['a way out of the files', 404, noFile, get('/files/..%2F..%2Fetc%2Fpasswd')],
  ['a NUL as a link to a file', 404, noFile, get('/files/%00')],
  ['5,000 characters as a link to a file', 404, '', get(`/files/${'a'.repeat(5000)}`)],
  ['a file by its own id', 404, noFile, (at) => get(`/files/${at.requestId}`)(at)],
  ['the install page of a bot that is in one workspace', 404, '', get('/slack/install?link=junk')],
  ['the way back from an install that nobody began', 404, '', get('/slack/oauth_redirect?code=x&state=y')],
];
