import type { Card } from '../../cards/card.ts';
import { roomCard } from '../../cards/channels/room.ts';
import { commentCard } from '../../cards/conversation/comment.ts';
import { fileRefusedCard, filesCard, filesReceivedCard } from '../../cards/conversation/files.ts';
import { noticeCard } from '../../cards/notice.ts';
import { letInCard } from '../../cards/overview/let-in.ts';
import { button, joinButton } from '../../cards/parts.ts';
import { joinCard, joinDecidedCard, turnedDownCard } from '../../cards/people/join.ts';
import { keptFirstCard } from '../../cards/requests/kept-first.ts';
import { unitClosedCard } from '../../cards/requests/unit-closed.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { JoinDecision } from '../../domain/people/join/join-decision.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { fileProblems } from '../../domain/requests/record/attachment.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { roomTexts } from '../../locales/channels/room.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { idOf } from '../../tests/ids.ts';
import type { Case } from './case.ts';
import {
  attachments,
  comments,
  draft,
  fullRequest,
  organisation,
  person,
  request,
  requestId,
  today,
  view,
} from './sample-domain.ts';
import type { Said } from './sample-words.ts';

const shown = (called: string, card: Card): Case => ({ called, shows: 'card', card });

/** Cases of messages, files, channels and people who ask to join. */
export function conversationCases(shortest: Said, longest: Said, language: Language): Case[] {
  return [
    ...commentCases(shortest, longest, language),
    ...fileCases(shortest, longest, language),
    ...roomCases(shortest, longest, language),
    ...joinCases(shortest, longest, language),
  ];
}

function commentCases(shortest: Said, longest: Said, language: Language): Case[] {
  const words = commentTexts[language];
  const made = (
    called: string,
    said: Said,
    relation: 'leader' | 'owner',
    anonymous: boolean,
    place: 'chat' | 'room',
  ) => {
    const seen = view({ said, request: request(said, { anonymous }), relation, comments: comments(said, 2) });
    const side = relation === 'leader' ? 'unit' : 'leader';
    const comment = seen.comments.find((one) => one.comment.side === side);
    if (!comment) throw new Error('there is no such comment');
    return shown(called, commentCard(seen, comment, place, language));
  };
  return [
    made('from-unit', shortest, 'leader', false, 'chat'),
    made('from-leader', shortest, 'owner', false, 'chat'),
    made('from-anonymous', shortest, 'owner', true, 'chat'),
    made('in-channel', shortest, 'owner', false, 'room'),
    made('longest', longest, 'owner', false, 'chat'),
    shown('comment-sent-to-unit', noticeCard(words.sentToUnit(longest.units[0]))),
    shown('comment-sent-to-leader', noticeCard(words.sentToLeader)),
    ...(
      [
        ['comment-kept-first', shortest],
        ['longest-kept-first', longest],
      ] as const
    ).map(([called, { comment, question }]) =>
      shown(called, keptFirstCard({ kept: comment, typed: [question], requestId: idOf(requestId) }, language)),
    ),
  ];
}

function fileCases(shortest: Said, longest: Said, language: Language): Case[] {
  const linked = (said: Said, url: string | null) => attachments(said).map((file) => ({ file, url }));
  const url = 'https://bot.fjordby.example/files/abcdefghijklmnopqrstuvwxyz012345';
  const [first] = attachments(longest);
  if (!first) throw new Error('there is no file');
  return [
    shown('shortest', filesCard('FØ-2026-0042', linked(shortest, url), language)),
    shown('longest', filesCard('FØ-2026-0042', linked(longest, url), language)),
    shown('of-a-draft', filesCard(null, linked(shortest, url), language)),
    shown('without-links', filesCard('FØ-2026-0042', linked(shortest, null), language)),
    shown('files-none', filesCard('FØ-2026-0042', [], language)),
    shown(
      'files-not-yet',
      filesCard('FØ-2026-0042', [{ file: { ...first, state: 'fetching', type: null }, url: null }], language),
    ),
    shown('file-received', filesReceivedCard({ count: 1, refused: [] }, true, language)),
    shown(
      'some-files-refused',
      filesReceivedCard({ count: 2, refused: [{ name: first.name, problem: 'too-large' }] }, false, language),
    ),
    ...fileProblems.map((problem) =>
      shown(`file-${problem}`, fileRefusedCard({ name: first.name, problem }, language)),
    ),
  ];
}

function roomCases(shortest: Said, longest: Said, language: Language): Case[] {
  const words = roomTexts[language];
  const room: Room = { id: idOf('1'), platform: 'teams', conversation: '2', place: {}, unit: null, followedBy: null };
  const stop = [button('unfollow-unit', words.stop)];
  return [
    shown('introduced', roomCard(organisation(shortest, language), room, language)),
    shown(
      'following',
      roomCard(organisation(longest, language), { ...room, unit: person(longest, 'processOwner').unit }, language),
    ),
    ...[0, 1, 12].map((waiting) =>
      shown(`followed-${waiting}`, noticeCard(words.followed(longest.units[0], waiting), stop)),
    ),
    shown('stopped', noticeCard(words.stopped, [button('open-follow-form', words.follow)])),
    shown('merged', unitClosedCard({ unit: shortest.units[0], into: shortest.units[1], requests: 1 }, language)),
    shown('longest-merged', unitClosedCard({ unit: longest.units[0], into: longest.units[1], requests: 12 }, language)),
    shown('longest-shared', unitClosedCard({ unit: longest.units[0], into: null, requests: 12 }, language)),
    shown('room-moved', noticeCard(words.moved('FØ-2026-0042', longest.units[0]))),
  ];
}

function joinCases(shortest: Said, longest: Said, language: Language): Case[] {
  const words = joinTexts[language];
  const door = edgeTexts[language];
  const join = (said: Said, platform: 'teams' | 'slack', refusal: JoinDecision | null = null) =>
    joinCard(
      {
        refusal,
        join: {
          id: idOf(requestId),
          platform,
          place: { user: 'U1' },
          name: said.leader,
          email: 'leder@fjordby.example',
          at: today,
          state: 'asked',
          decidedBy: null,
          decidedAt: null,
          language: null,
        },
      },
      language,
    );
  const refused = (said: Said): JoinDecision => ({ decision: 'turnedDown', by: said.owner, at: today });
  const welcome = (said: Said, drafts: Draft[]) =>
    letInCard({ reader: person(said, 'leader'), organisation: organisation(said, language), drafts }, language);
  return [
    shown('shortest', join(shortest, 'teams')),
    shown('longest', join(longest, 'slack', refused(longest))),
    shown('refused-before', join(shortest, 'teams', refused(shortest))),
    shown('join-let-in-by', joinDecidedCard(shortest.leader, { ...refused(shortest), decision: 'letIn' }, language)),
    shown('join-turned-down-by', joinDecidedCard(shortest.leader, refused(shortest), language)),
    shown('shortest', turnedDownCard(organisation(shortest, language), false, language)),
    shown('longest', turnedDownCard(organisation(longest, language), true, language)),
    shown('no-contact', turnedDownCard({ ...organisation(shortest, language), contact: null }, false, language)),
    shown('let-in', noticeCard(words.wasLetIn(shortest.leader))),
    shown('turned-down', noticeCard(words.wasTurnedDown(shortest.leader))),
    shown('asked', noticeCard(words.asked)),
    shown('stranger', noticeCard(door.stranger, [joinButton(words.ask)], door.strangerDetail)),
    shown('stranger-kept', noticeCard(door.stranger, [joinButton(words.ask)], door.strangerDetail, words.wordsWait)),
    shown('asked-kept', noticeCard(words.asked, [], words.wordsWait)),
    shown(
      'stranger-too-many',
      noticeCard(door.stranger, [joinButton(words.ask)], door.strangerDetail, words.wordsTooMany),
    ),
    shown('shortest', welcome(shortest, [draft(shortest.request)])),
    shown('longest', welcome(longest, [draft(longest.request), draft(longest.request), draft(longest.request)])),
    shown('meet-first', noticeCard(door.meetFirst, [], door.meetFirstDetail)),
    shown('guest', noticeCard(door.guest, [], door.guestDetail)),
  ];
}

/** A request with many messages and files, as its leader sees it. */
export function spokenOf(said: Said, full: boolean) {
  return {
    said,
    request: full ? fullRequest(said) : request(said),
    comments: comments(said, full ? 5 : 2),
    files: attachments(said),
  };
}
