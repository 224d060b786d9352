import { backAgainCard } from '../../cards/overview/back-again.ts';
import { digestCard, digestPageCard } from '../../cards/overview/digest.ts';
import { homeCard } from '../../cards/overview/home.ts';
import { parkedCard } from '../../cards/overview/parked.ts';
import { platformPausedCard } from '../../cards/overview/platform-paused.ts';
import { inboxCard, mineCard, overdueCard } from '../../cards/requests/lists.ts';
import type { Room } from '../../domain/channels/room.ts';
import { parkedProblems } from '../../domain/delivery/parked.ts';
import type { Digest, DigestSection } from '../../domain/overview/digest.ts';
import type { Undelivered } from '../../domain/overview/parked/parked-now.ts';
import { type ListedRequest, mostListed, type Page } from '../../domain/requests/lists.ts';
import type { Burden, Request } from '../../domain/requests/record/request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { idOf } from '../../tests/ids.ts';
import type { Case } from './case.ts';
import { answer, draft, fullRequest, organisation, person, request, today } from './sample-domain.ts';
import type { Said } from './sample-words.ts';

/** More entries than any card shows. */
const many = 40;

/** Lists with no entry, one and far too many, each alone and together in Slack's Home tab. */
export function listCases(shortest: Said, longest: Said, language: Language): Case[] {
  const [unit] = shortest.units;
  const inEveryState = (['routed', 'acknowledged', 'answered', 'delivered', 'declined', 'withdrawn'] as const).map(
    (state, index) => ({
      request: numbered(
        request(shortest, {
          state,
          answer: answer(shortest, 'planned'),
          burden: burdens[index % burdens.length] ?? small,
        }),
        index,
      ),
      unit,
      overdue: false,
    }),
  );
  const overdue = { request: numbered(request(shortest, { dueOn: '2026-11-20' }), 6), unit, overdue: true };
  const promised = fullRequest(longest, { state: 'answered', answer: answer(longest, 'planned') });
  const full = Array.from({ length: many }, (_, index) => ({
    request: numbered(promised, index),
    unit: longest.units[0],
    overdue: false,
  }));
  const late = full.map((one) => ({ ...one, request: { ...one.request, state: 'routed' as const }, overdue: true }));
  const drafts = Array.from({ length: many }, () => draft(longest.request));
  const mine = (requests: readonly ListedRequest[], unsent = 0, from?: number) =>
    mineCard(
      {
        ...page(requests, from),
        drafts: unsent > 1 ? drafts : Array.from({ length: unsent }, () => draft(shortest.request)),
        deleteDraftAfterMonths: 6,
      },
      language,
    );
  const inbox = (units: readonly string[], requests: readonly ListedRequest[], from?: number) =>
    inboxCard({ standsIn: false, units, overdueElsewhere: 0, ...page(requests, from) }, language);
  const ofAdmin = inboxCard({ standsIn: true, units: [], overdueElsewhere: 8, ...page([]) }, language);
  const section = (of: DigestSection, requests: readonly ListedRequest[], from?: number) =>
    digestPageCard({ ...page(requests, from), section: of, to: '2026-11-24' }, language);
  const cards = {
    mine: mine(full, many),
    inbox: inbox(longest.units, full),
    digest: digestCard(
      digest(
        longest,
        [...full, ...late].map((one) => one.request),
      ),
      language,
    ),
  };
  const ofOwner = inbox([unit], [overdue, ...inEveryState.slice(0, 3)]);
  const listed = (count: number) => Array.from({ length: count }, () => inEveryState).flat();
  return [
    shown('empty', mine([])),
    shown('one-of-each', mine([overdue, ...inEveryState], 1)),
    shown('drafts-only', mine([], 1)),
    shown('turned', mine(listed(4), 0, mostListed)),
    shown('longest', cards.mine),
    shown('empty', inbox([unit], [])),
    shown('one-of-each', ofOwner),
    shown('overdue', inbox(longest.units, late)),
    shown('longest', cards.inbox),
    shown('following', ofAdmin),
    shown('some', overdueCard(page([overdue, { ...overdue, unit: shortest.units[1] }]), language)),
    shown('empty', overdueCard(page([]), language)),
    shown('longest', overdueCard(page(late, mostListed), language)),
    shown('quiet', digestCard(digest(shortest, []), language)),
    shown('busy', digestCard(busyWeek(shortest), language)),
    shown('longest', cards.digest),
    shown('promised', section('promised', listed(2).slice(2, 6))),
    shown('empty', section('new', [])),
    shown('longest', section('overdue', late, mostListed)),
    home('leader', [mine(inEveryState)], { isNew: false, mayStartCampaigns: false }, language),
    home('owner', [ofOwner], { isNew: false, mayStartCampaigns: false }, language),
    home('manager', [digestCard(busyWeek(shortest), language)], { isNew: false, mayStartCampaigns: true }, language),
    home('new', [mine([])], { isNew: true, mayStartCampaigns: false }, language),
    shown('long', backAgainCard({ from: new Date('2026-11-23T13:40:00+01:00'), to: today }, language)),
    shown('slack', platformPausedCard({ platform: 'slack', since: new Date('2026-11-23T13:40:00+01:00') }, language)),
    ...parkedCases(shortest, longest, language),
    home('all-roles', [cards.mine, cards.inbox, cards.digest], { isNew: true, mayStartCampaigns: true }, language),
  ];
}

/** From a few minutes once to half an hour a day for many. */
const some: Burden = { minutesPerTime: 20, timesPerMonth: 10, peopleAffected: 1 };
const small: Burden = { minutesPerTime: 5, timesPerMonth: 0.5, peopleAffected: 1 };
const large: Burden = { minutesPerTime: 30, timesPerMonth: 20, peopleAffected: 12 };
const burdens: readonly Burden[] = [
  some,
  small,
  large,
  { minutesPerTime: null, timesPerMonth: 20, peopleAffected: null },
];

/** A page of these requests; without a number the first one, for a person who asks for the list. */
function page(requests: readonly ListedRequest[], from?: number): Page {
  const start = from ?? 0;
  const further = Math.max(requests.length - start - mostListed, 0);
  return {
    requests: requests.slice(start, start + mostListed),
    from: start,
    next: Math.min(further, mostListed),
    turned: from !== undefined,
  };
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
function digest(said: Said, requests: readonly Request[]): Digest {
  const all = [...requests];
  const week = { from: '2026-11-18', to: '2026-11-24' };
  return {
    ...week,
    organisation: organisation(said, 'da'),
    new: all,
    answered: all,
    overdue: all,
    promised: all,
    delivered: all,
  };
}

function busyWeek(said: Said): Digest {
  const promised = request(said, { state: 'answered', answer: answer(said, 'planned') });
  return {
    ...digest(said, []),
    new: [request(said, { burden: some }), numbered(request(said), 1), numbered(request(said), 2)],
    overdue: [numbered(request(said, { dueOn: '2026-11-20', burden: large }), 3)],
    answered: [numbered(promised, 4)],
    promised: [numbered(promised, 4)],
  };
}
