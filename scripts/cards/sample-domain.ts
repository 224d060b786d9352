import type { UnitId } from '../../domain/ids.ts';
import { defaultSettings, type Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Unit } from '../../domain/people/unit.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import type { Answer } from '../../domain/requests/record/answer.ts';
import { type AnswerField, asks, asksFor } from '../../domain/requests/record/asks.ts';
import type { Attachment } from '../../domain/requests/record/attachment.ts';
import type { NamelessEvent } from '../../domain/requests/record/history.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { awaitsAnswer, stateAfter } from '../../domain/requests/transitions.ts';
import { isLeaders, mayCorrect, mayDeliver, type RequestView } from '../../domain/requests/view-request.ts';
import type { Relation } from '../../domain/requests/visibility.ts';
import type { Decision, Language, Role } from '../../domain/vocabulary.ts';
import { idOf } from '../../tests/ids.ts';
import type { Said } from './sample-words.ts';

/** A Tuesday morning; every date in the gallery lies around it. */
export const today = new Date('2026-11-24T09:00:00+01:00');

/** Ids are as long as real ones, since buttons carry them. */
export const requestId = '5fea2a92-6108-4b39-8146-e3bf8fc6a958';
const leaderId = '0b64b1c5-52d1-4a0e-9d3c-6f1f7a1c2d3e';
const ownerId = '9d2c7f10-1e1b-4f55-8a07-3c9be0d1a4f2';

export function person(said: Said, ...roles: Role[]): Person {
  return {
    id: idOf(leaderId),
    email: 'leder@fjordby.example',
    name: roles.includes('leader') ? said.leader : said.owner,
    roles,
    administration: said.administration,
    administrationId: idOf('administration-id'),
    institution: said.institution,
    unit: roles.includes('processOwner') ? unitId(0) : null,
    managerEmail: null,
    managerId: null,
    entraObjectId: null,
    upn: null,
    employeeNumber: null,
    language: null,
    active: true,
    chat: null,
    places: {},
    promptsSnoozedUntil: null,
    promptsStopped: false,
    homeShown: false,
    met: false,
    letIn: false,
  };
}

export function request(said: Said, changes: Partial<Request> = {}): Request {
  return {
    id: idOf(requestId),
    number: 'FØ-2026-0042',
    leaderId: idOf(leaderId),
    anonymous: false,
    administration: idOf('administration-id'),
    origin: null,
    text: said.request,
    area: 'personale',
    kind: null,
    burden: { minutesPerTime: null, timesPerMonth: null, peopleAffected: null },
    unit: unitId(0),
    state: 'routed',
    submittedAt: today,
    dueOn: '2026-12-22',
    answer: null,
    deliveredAt: null,
    version: 1,
    ...changes,
  };
}

/** A request with every field filled in. */
export function fullRequest(said: Said, changes: Partial<Request> = {}): Request {
  return request(said, {
    area: 'data-ledelsesinformation',
    kind: 'vejledning',
    burden: { minutesPerTime: 9999.5, timesPerMonth: 9999.5, peopleAffected: 99_999 },
    ...changes,
  });
}

export function answer(said: Said, decision: Decision): Answer {
  const isAdded = decision === 'planned';
  const asked = <Value>(field: AnswerField, value: Value) =>
    asksFor(decision, field) && !(isAdded && asks.planned.more.includes(field)) ? value : null;
  const horizons = {
    promised: said.horizon,
    until: { text: 'til 30. juni 2027', start: '2026-11-24', end: '2027-06-30' },
    since: { text: '1. oktober 2026', start: '2026-10-01', end: '2026-10-01' },
  };
  const { time } = asks[decision];
  return {
    decision,
    measure: said.measure,
    expectedImprovement: asked('expectedImprovement', said.expectedImprovement) ?? '',
    horizon: time === null ? { text: '', start: null, end: null } : horizons[time],
    noDateReason: null,
    nowPossible: asked('nowPossible', said.nowPossible),
    whatItTakes: asked('whatItTakes', said.whatItTakes),
    declineCategory: asked('declineCategory', 'cost'),
    where: asked('where', said.where),
    lookedAt: asked('lookedAt', said.lookedAt),
    by: idOf(ownerId),
    at: today,
  };
}

type What = NamelessEvent extends infer Event
  ? Event extends NamelessEvent
    ? Omit<Event, 'id' | 'requestId' | 'step' | 'at'>
    : never
  : never;

export interface Seen {
  request: Request;
  relation: Relation;
  said: Said;
  overdue?: boolean;
  late?: boolean;
  /** The events after the request was sent, a day apart, the last today. */
  steps?: readonly What[];
  comments?: RequestView['comments'];
  files?: RequestView['files'];
}

/** A request as a person sees it, with the rights that the table of transitions gives. */
export function view({
  request,
  relation,
  said,
  overdue = false,
  late = false,
  steps = [],
  comments = [],
  files = [],
}: Seen): RequestView {
  const { leaderId: _leader, administration: _administration, origin: _origin, answer, ...rest } = request;
  const isOwner = relation === 'owner';
  const may = (move: Parameters<typeof stateAfter>[1]) => stateAfter(request.state, move) !== null;
  const isHidden = request.anonymous && relation !== 'leader';
  const sent: What = { type: 'submitted', unit: unitId(0), dueOn: request.dueOn };
  const dayOf = (step: number) => new Date(today.getTime() - (steps.length - step) * 86_400_000);
  return {
    request: rest,
    answer,
    relation,
    source: {
      name: isHidden ? null : said.leader,
      institution: isHidden ? null : said.institution,
      administration: said.administration,
    },
    unitName: said.units[0],
    answeredBy: said.units[0],
    history: [sent, ...steps].map((what, index) => ({
      unit: what.type === 'handedOver' ? nameOf(said, what.to) : said.units[0],
      event: { ...what, id: `${index}`, requestId: idOf(requestId), step: index, at: dayOf(index) },
      byName: isLeaders[what.type] ? null : said.owner,
    })),
    overdue,
    late,
    comments,
    files,
    may: {
      acknowledge: isOwner && may('acknowledge'),
      answer: isOwner && may('answer'),
      handOver: isOwner && may('handOver'),
      deliver: isOwner && mayDeliver(request),
      correct: isOwner && mayCorrect(request),
      withdraw: relation === 'leader' && may('withdraw'),
      rewrite: relation === 'leader' && awaitsAnswer(request.state),
      undoWithdrawal: relation === 'leader' && may('undoWithdrawal'),
      comment: isOwner || relation === 'leader',
    },
  };
}

/** No card shows this value. */
const unitId = (index: number): UnitId => idOf(`unit-id-${index}`);

function nameOf(said: Said, unit: UnitId): string {
  return unitsNamed(said.units).find(({ id }) => id === unit)?.name ?? said.units[0];
}

export function unitsNamed(names: readonly string[]): Unit[] {
  return names.map((name, index) => ({
    id: unitId(index),
    name,
    formerNames: [],
    areas: [],
    answerWithinWorkingDays: 20,
  }));
}

export function organisation(said: Said, language: Language): Organisation {
  const units = unitsNamed(said.units);
  const settings = { ...defaultSettings, contact: said.contact };
  return { id: 'fjordby', name: said.municipality, language, numberPrefix: 'FØ', ...settings, units, closedUnits: [] };
}

export function handedOver(said: Said, times: number): What[] {
  const unit = (index: number) => unitId(index % said.units.length);
  return Array.from({ length: times }, (_, index) => ({
    type: 'handedOver',
    from: unit(index),
    to: unit(index + 1),
    reason: said.reason,
  }));
}

export function draft(text: string): Draft {
  return { id: idOf(requestId), personId: idOf(leaderId), text, createdAt: today };
}

/** Messages of leader and owner in turn, the leader's first. */
export function comments(said: Said, count: number): RequestView['comments'] {
  return Array.from({ length: count }, (_, index) => {
    const side = index % 2 === 0 ? 'leader' : 'unit';
    return {
      comment: { id: idOf(`${index}`), at: today, side, text: said.comment },
      byName: side === 'leader' ? said.leader : said.owner,
    };
  });
}

export function attachments(said: Said): Attachment[] {
  return said.files.map((name, index) => ({
    id: idOf(`${index}`),
    about: idOf(requestId),
    by: idOf(leaderId),
    at: today,
    name,
    size: 10_485_760,
    type: 'image/png',
    state: 'stored',
    problem: null,
    source: { platform: 'slack', reference: 'F1' },
  }));
}
