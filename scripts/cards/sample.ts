import { textLimits } from '../../domain/input.ts';
import type { Organisation, Person } from '../../domain/organisation.ts';
import type { Answer, NamelessEvent, Request } from '../../domain/request.ts';
import type { RequestView } from '../../domain/view-request.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { longest, shortest } from './texts.ts';

const at = new Date('2026-11-24T09:00:00+01:00');

export const organisation: Organisation = {
  id: 'fjordby',
  name: 'Fjordby Kommune',
  language: 'da',
  numberPrefix: 'FØ',
  units: [{ name: 'Koncern HR', areas: ['personale'], answerWithinWorkingDays: 20 }],
};

export function person(roles: readonly Role[], unit: string | null = null): Person {
  return {
    id: 'p1',
    email: 'pernille.oestergaard@fjordby.example',
    name: 'Pernille Østergaard',
    roles,
    administration: 'Børne- og Ungdomsforvaltningen',
    institution: 'Fjordskolen',
    unit,
    managerEmail: null,
    language: 'da',
    active: true,
    chat: 'teams',
    places: {},
    promptsSnoozedUntil: null,
    promptsStopped: false,
  };
}

/** An id as long as real ones, for buttons carry it. */
export const id = '5fea2a92-6108-4b39-8146-e3bf8fc6a958';

export const shortAnswer: Answer = {
  decision: 'planned',
  measure: 'Vikarer oprettes samme dag.',
  expectedImprovement: 'Løn til tiden.',
  horizon: { text: '1. halvår 2027', start: '2027-01-01', end: '2027-06-30' },
  noDateReason: null,
  nowPossible: null,
  whatItTakes: null,
  declineCategory: null,
  by: 'p2',
  at,
};

export const longAnswer: Answer = {
  ...shortAnswer,
  decision: 'partly',
  measure: longest(textLimits.measure),
  expectedImprovement: longest(textLimits.expectedImprovement),
  horizon: { text: longest(textLimits.horizon), start: '2027-01-01', end: null },
  nowPossible: longest(textLimits.nowPossible),
  whatItTakes: longest(textLimits.whatItTakes),
};

export function request(changes: Partial<Request> = {}): Request {
  return {
    id,
    number: 'FØ-2026-0042',
    leaderId: 'p1',
    anonymous: false,
    administration: 'Børne- og Ungdomsforvaltningen',
    text: shortest,
    area: 'personale',
    kind: null,
    burden: { minutesPerTime: null, timesPerMonth: null, peopleAffected: null },
    unit: 'Koncern HR',
    state: 'routed',
    submittedAt: at,
    dueOn: '2026-12-22',
    answer: null,
    deliveredAt: null,
    version: 1,
    ...changes,
  };
}

/** The longest a request can be: every text at its limit, every fact given. */
export const longRequest = request({
  text: longest(textLimits.request),
  area: 'data-ledelsesinformation',
  kind: 'vejledning',
  burden: { minutesPerTime: 10_000, timesPerMonth: 9_999.5, peopleAffected: 100_000 },
  unit: 'Koncernkommunikation',
});

const nothing = { acknowledge: false, answer: false, handOver: false, deliver: false, withdraw: false };
const everything = { acknowledge: true, answer: true, handOver: true, deliver: true, withdraw: true };

export function view(request: Request, changes: Partial<RequestView> = {}): RequestView {
  const { leaderId: _hidden, answer, ...rest } = request;
  return {
    request: rest,
    answer,
    relation: 'leader',
    sender: { name: 'Pernille Østergaard', institution: 'Fjordskolen', administration: rest.administration },
    history: [step({ type: 'submitted', unit: rest.unit, dueOn: rest.dueOn })],
    overdue: false,
    may: nothing,
    ...changes,
  };
}

type StepOf<Event> = Event extends NamelessEvent ? Omit<Event, 'id' | 'requestId' | 'step' | 'at'> : never;

function step(event: StepOf<NamelessEvent>, byName: string | null = null): RequestView['history'][number] {
  return { event: { ...event, id: 'e', requestId: id, step: 1, at } as NamelessEvent, byName };
}

const owner = 'Ulla Damsgaard Pihl';

/** A request that has been at four units, each with the longest reason. */
export const wandered: RequestView['history'] = [
  step({ type: 'submitted', unit: 'Koncern HR', dueOn: '2026-12-22' }),
  step({ type: 'acknowledged' }, owner),
  ...['Koncern IT', 'Koncernøkonomi', 'Koncernjura', 'Koncernkommunikation'].map((to) =>
    step({ type: 'handedOver', from: 'Koncern HR', to, reason: longest(textLimits.reason) }, owner),
  ),
  step({ type: 'answered', decision: 'partly' }, owner),
];

export const longestView = (relation: RequestView['relation'], answer: Answer | null = longAnswer): RequestView =>
  view(
    { ...longRequest, state: answer ? 'answered' : 'routed', answer },
    { relation, history: wandered, may: everything },
  );
