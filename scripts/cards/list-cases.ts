import { backAgainCard } from '../../cards/overview/back-again.ts';
import { digestCard } from '../../cards/overview/digest.ts';
import { homeCard } from '../../cards/overview/home.ts';
import { parkedCard } from '../../cards/overview/parked.ts';
import { platformPausedCard } from '../../cards/overview/platform-paused.ts';
import { inboxCard, mineCard } from '../../cards/requests/lists.ts';
import type { Room } from '../../domain/channels/room.ts';
import { parkedProblems } from '../../domain/delivery/parked.ts';
import type { Digest } from '../../domain/overview/digest.ts';
import type { Undelivered } from '../../domain/overview/parked/parked-now.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { idOf } from '../../tests/ids.ts';
import type { Case } from './case.ts';
import { answer, draft, fullRequest, person, request, today } from './sample-domain.ts';
import type { Said } from './sample-words.ts';

/** More entries than any card shows. */
const many = 40;

/** Lists with no entry, one and far too many, each alone and together in Slack's Home tab. */
export function listCases(shortest: Said, longest: Said, language: Language): Case[] {
  const inEveryState = (['routed', 'acknowledged', 'answered', 'delivered', 'declined', 'withdrawn'] as const).map(
    (state, index) => ({
      request: numbered(request(shortest, { state, answer: answer(shortest, 'planned') }), index),
      overdue: false,
    }),
  );
  const overdue = { request: numbered(request(shortest, { dueOn: '2026-11-20' }), 6), overdue: true };
  const promised = fullRequest(longest, { state: 'answered', answer: answer(longest, 'planned') });
  const full = Array.from({ length: many }, (_, index) => ({ request: numbered(promised, index), overdue: false }));
  const late = full.map(({ request: one }) => ({ request: { ...one, state: 'routed' as const }, overdue: true }));
  const drafts = Array.from({ length: many }, () => draft(longest.request));
  const cards = {
    mine: mineCard({ requests: full, drafts: drafts, deleteDraftAfterMonths: 6 }, language),
    inbox: inboxCard({ standsIn: false, units: [...longest.units], requests: full }, language),
    digest: digestCard(digest([...full, ...late].map((one) => one.request)), language),
  };
  return [
    shown('empty', mineCard({ requests: [], drafts: [], deleteDraftAfterMonths: 6 }, language)),
    shown(
      'one-of-each',
      mineCard(
        { requests: [overdue, ...inEveryState], drafts: [draft(shortest.request)], deleteDraftAfterMonths: 6 },
        language,
      ),
    ),
    shown(
      'drafts-only',
      mineCard({ requests: [], drafts: [draft(shortest.request)], deleteDraftAfterMonths: 6 }, language),
    ),
    shown('longest', cards.mine),
    shown('empty', inboxCard({ standsIn: false, units: [shortest.units[0]], requests: [] }, language)),
    shown(
      'one-of-each',
      inboxCard(
        { standsIn: false, units: [shortest.units[0]], requests: [overdue, ...inEveryState.slice(0, 3)] },
        language,
      ),
    ),
    shown('overdue', inboxCard({ standsIn: false, units: [...longest.units], requests: late }, language)),
    shown('longest', cards.inbox),
    shown('quiet', digestCard(digest([]), language)),
    shown('busy', digestCard(busyWeek(shortest), language)),
    shown('longest', cards.digest),
    home(
      'leader',
      [mineCard({ requests: inEveryState, drafts: [], deleteDraftAfterMonths: 6 }, language)],
      { isNew: false, mayStartCampaigns: false },
      language,
    ),
    home(
      'owner',
      [
        inboxCard(
          { standsIn: false, units: [shortest.units[0]], requests: [overdue, ...inEveryState.slice(0, 3)] },
          language,
        ),
      ],
      { isNew: false, mayStartCampaigns: false },
      language,
    ),
    home('manager', [digestCard(busyWeek(shortest), language)], { isNew: false, mayStartCampaigns: true }, language),
    home(
      'new',
      [mineCard({ requests: [], drafts: [], deleteDraftAfterMonths: 6 }, language)],
      { isNew: true, mayStartCampaigns: false },
      language,
    ),
    shown('long', backAgainCard({ from: new Date('2026-11-23T13:40:00+01:00'), to: today }, language)),
    shown('slack', platformPausedCard({ platform: 'slack', since: new Date('2026-11-23T13:40:00+01:00') }, language)),
    ...parkedCases(shortest, longest, language),
    home('all-roles', [cards.mine, cards.inbox, cards.digest], { isNew: true, mayStartCampaigns: true }, language),
  ];
}

function parkedCases(shortest: Said, longest: Said, language: Language): Case[] {
  const to = (said: Said, problem: string, count = 1): Undelivered => {
    const recipient = { is: 'person', person: person(said, 'leader') } as const;
    return { to: recipient.person.id, recipient, problem, count };
  };
  const inRoom = (said: Said, problem: string): Undelivered => {
    const room: Room = { id: idOf('1'), platform: 'teams', conversation: '2', place: {}, unit: null, followedBy: null };
    return { to: room.id, recipient: { is: 'room', room, unit: said.units[0] }, problem, count: 2 };
  };
  const ownWork: Undelivered = { to: 'home', recipient: { is: 'task' }, problem: 'failed', count: 1 };
  const some = [
    to(shortest, 'no-chat', 2),
    { ...to(shortest, 'no-chat'), recipient: { is: 'person', person: person(shortest, 'processOwner') } } as const,
    inRoom(shortest, 'unreachable'),
    to(shortest, 'later'),
  ];
  const every = [...parkedProblems, 'a-later-version'].flatMap((problem) => [
    ...Array.from({ length: many }, () => to(longest, problem, 1234)),
    inRoom(longest, problem),
    ownWork,
  ]);
  return [
    shown('some', parkedCard(some, null, language)),
    shown('sent-again', parkedCard(some.slice(2), 3, language)),
    shown('one-sent-already', parkedCard([ownWork], 0, language)),
    shown('empty', parkedCard([], 1, language)),
    shown('longest', parkedCard(every, 1234, language)),
  ];
}

const shown = (called: string, card: ReturnType<typeof mineCard>): Case => ({ called, shows: 'card', card });

const home = (called: string, ...[parts, more, language]: [...Parameters<typeof homeCard>]): Case => ({
  called,
  shows: 'home',
  card: homeCard(parts, more, language),
});

function numbered(one: Request, index: number): Request {
  return { ...one, number: `FØ-2026-${String(42 + index).padStart(4, '0')}` };
}

/** The same requests in every section. */
function digest(requests: readonly Request[]): Digest {
  const all = [...requests];
  const week = { from: '2026-11-18', to: '2026-11-24' };
  return { ...week, new: all, answered: all, overdue: all, promised: all, delivered: all };
}

function busyWeek(said: Said): Digest {
  const promised = request(said, { state: 'answered', answer: answer(said, 'planned') });
  return {
    ...digest([]),
    new: [request(said), numbered(request(said), 1), numbered(request(said), 2)],
    overdue: [numbered(request(said, { dueOn: '2026-11-20' }), 3)],
    answered: [numbered(promised, 4)],
    promised: [numbered(promised, 4)],
  };
}
