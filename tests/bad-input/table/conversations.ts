import { units } from '../../ids.ts';
import { people } from '../../sample-domain.ts';
import { packed } from '../act.ts';
import { type BadAct, notFound, said, staleCard, unknownButton } from './stage.ts';

const notAllowed = 'Det ligger hos andre end dig';

/** Messages, channels and join requests: asked for by people who may not, or with invalid values. */
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
    'a message about a request that does not exist',
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
      button: packed('follow-unit', { roomId: at.roomId, unit: units.hr }),
    }),
  ],
  [
    'a channel that the card names',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('follow-unit', { roomId: at.roomId, unit: units.hr }),
    }),
  ],
  [
    'a channel that the form names',
    people.hr,
    'Det kan du kun gøre i en kanal',
    (at) => ({
      button: packed('follow-unit'),
      fields: { roomId: at.roomId, unit: units.hr },
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
    'an invalid decision about joining',
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
    'an invalid decision',
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
    'an invalid version',
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
    'a fresh look at somebody else’s request',
    people.legal,
    notFound,
    (at) => ({
      button: packed('refresh-request', { requestId: at.requestId }),
    }),
  ],
  [
    'words for somebody else’s draft, by a button that no card has',
    people.hr,
    'Knappen virker ikke længere',
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
