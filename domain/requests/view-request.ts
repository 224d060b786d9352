import type { PersonId, RequestId, UnitId } from '../ids.ts';
import { operator } from '../people/actor.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { localDate } from '../time/local-time.ts';
import type { Answer } from './record/answer.ts';
import { isPromise } from './record/asks.ts';
import type { FileView } from './record/attachment.ts';
import type { Comment } from './record/comment.ts';
import type { EventType, HistoryEvent, NamelessEvent } from './record/history.ts';
import type { Request } from './record/request.ts';
import { awaitsAnswer, stateAfter } from './transitions.ts';
import { type Relation, type RequestSource, relationsTo, sourceOf } from './visibility.ts';

/** A request as one viewer may see it, for the cards. */
export interface RequestView {
  request: Omit<Request, 'leaderId' | 'answer' | 'administration' | 'origin'>;
  answer: Answer | null;
  relation: Relation;
  source: RequestSource;
  /** The name of the unit that has it now. */
  unitName: string;
  /** The name of the unit that gave the answer; the request may have gone to another one since. */
  answeredBy: string;
  /**
   * Only owners, who act in office, have a name here; a leader's step has none. `unit` is the name of the unit that has
   * the request after the step.
   */
  history: ReadonlyArray<{ event: NamelessEvent; byName: string | null; unit: string }>;
  overdue: boolean;
  /** The promised time has passed, and nobody has said that it is done. */
  late: boolean;
  /** The messages between leader and unit, oldest first; `byName` as in the history. */
  comments: ReadonlyArray<{ comment: Pick<Comment, 'id' | 'at' | 'side' | 'text'>; byName: string | null }>;
  files: readonly FileView[];
  may: {
    acknowledge: boolean;
    answer: boolean;
    handOver: boolean;
    deliver: boolean;
    /** Put another answer in the place of the one that was given. */
    correct: boolean;
    withdraw: boolean;
    undoWithdrawal: boolean;
    /** Add to its words, and correct them. */
    rewrite: boolean;
    comment: boolean;
  };
}

/**
 * The kind of a step, and not its person, decides whether it is a leader's: an anonymous leader who also owns the
 * process acts in office in an owner's step, and would otherwise stand out as the one owner without a name.
 */
export const isLeaders: Readonly<Record<EventType, boolean>> = {
  submitted: true,
  revised: true,
  added: true,
  acknowledged: false,
  handedOver: false,
  answered: false,
  answerCorrected: false,
  delivered: false,
  withdrawn: true,
  restored: true,
};

/** Gives the request as `viewer` may see it; null when they may not see it. */
export async function viewRequest(world: World, viewer: Person, request: Request): Promise<RequestView | null> {
  return viewAs(world, await relationsTo(world, viewer, request), request);
}

/** Gives the request with this id as `viewer` may see it; null when they may not see it, and when there is none. */
export async function viewById(world: World, viewer: Person, requestId: RequestId): Promise<RequestView | null> {
  const request = await world.requests.byId(requestId);
  return request && viewRequest(world, viewer, request);
}

/** Gives the request as its unit's owners see it, which is also what everybody in the unit's channel may see. */
export async function viewForUnit(world: World, request: Request): Promise<RequestView> {
  const view = await viewAs(world, ['owner'], request);
  if (!view) throw new Error('an owner may always see a request');
  return view;
}

async function viewAs(world: World, relations: readonly Relation[], request: Request): Promise<RequestView | null> {
  const [relation] = relations;
  if (!relation) return null;
  const [source, events, comments, files] = await Promise.all([
    sourceOf(world, relation, request),
    world.requests.history(request.id),
    world.comments.ofRequest(request.id),
    world.attachments.of(request.id),
  ]);
  // Each person is looked up once, however often they acted.
  const names = new Map<PersonId, Promise<string | null>>();
  const nameOf = async (by: HistoryEvent['by']): Promise<string | null> => {
    if (by === operator.id) return null;
    const found = names.get(by) ?? world.people.byId(by).then((person) => person?.name ?? null);
    names.set(by, found);
    return found;
  };
  // The next version may run beside this one, and its steps say nothing that this version knows how to show or to hide.
  const known = events.filter(({ type }) => Object.hasOwn(isLeaders, type));
  const history = await Promise.all(
    known.map(async ({ by, ...event }, index) => ({
      event: withoutCorrected(event, request),
      byName: isLeaders[event.type] ? null : await nameOf(by),
      unit: unitName(world.organisation, unitAfter(known.slice(0, index + 1)) ?? request.unit),
    })),
  );
  const unit = unitName(world.organisation, request.unit);
  const shownComments = await Promise.all(
    comments.map(async ({ id, at, side, text, by }) => ({
      comment: { id, at, side, text },
      byName: side === 'leader' ? source.name : await nameOf(by),
    })),
  );
  const undoUntil = undoableUntil(request.state, known);
  const owner = relations.includes('owner');
  const { leaderId: _leader, administration: _administration, origin: _origin, answer, ...rest } = request;
  return {
    request: rest,
    answer,
    relation,
    source,
    unitName: unit,
    answeredBy: history.findLast(({ event }) => event.type === 'answered')?.unit ?? unit,
    history,
    overdue: isOverdue(request, world.now()),
    late: isLate(request, world.now()),
    comments: shownComments,
    files: files.map(({ by: _by, source: _source, message: _message, ...file }) => file),
    may: {
      acknowledge: owner && stateAfter(request.state, 'acknowledge') !== null,
      answer: owner && stateAfter(request.state, 'answer') !== null,
      handOver: owner && stateAfter(request.state, 'handOver') !== null,
      deliver: owner && mayDeliver(request),
      correct: owner && mayCorrect(request),
      withdraw: relation === 'leader' && stateAfter(request.state, 'withdraw') !== null,
      undoWithdrawal: relation === 'leader' && undoUntil !== null && world.now() < undoUntil,
      rewrite: relation === 'leader' && awaitsAnswer(request.state),
      comment: (owner || relation === 'leader') && request.state !== 'withdrawn',
    },
  };
}

/** Tells whether a request can be marked as done. */
export function mayDeliver({ state, answer }: Pick<Request, 'state' | 'answer'>): boolean {
  return (answer === null || isPromise(answer)) && stateAfter(state, 'deliver') !== null;
}

/** An answer can be corrected until its promise was kept. */
export function mayCorrect({ state, answer }: Pick<Request, 'state' | 'answer'>): boolean {
  if (answer === null || stateAfter(state, 'correctAnswer') === null) return false;
  return state !== 'delivered' || answer.decision === 'done';
}

type Shown = RequestView['history'][number]['event'];

/** Words that the leader has added and then taken out again are not shown in the timeline either. */
function withoutCorrected(event: Shown, { text }: Request): Shown {
  return event.type === 'added' && !text.includes(event.added) ? { ...event, added: '' } : event;
}

/** Gives the unit that has a request after these steps; null when no step tells. */
function unitAfter(steps: readonly HistoryEvent[]): UnitId | null {
  const last = steps.findLast(({ type }) => ['submitted', 'revised', 'handedOver'].includes(type));
  if (last?.type === 'submitted' || last?.type === 'revised') return last.unit;
  return last?.type === 'handedOver' ? last.to : null;
}

const dayMs = 24 * 3_600_000;

/** Gives the instant until which a withdrawn request can be brought back; null when it is not withdrawn. */
export function undoableUntil(
  state: Request['state'],
  history: ReadonlyArray<Pick<HistoryEvent, 'type' | 'at'>>,
): Date | null {
  const last = history.findLast(({ type }) => type === 'withdrawn');
  return state === 'withdrawn' && last ? new Date(last.at.getTime() + dayMs) : null;
}

/** Tells whether the request was once with the unit and was handed over to another one. */
export function wasHandedOverBy({ history }: Pick<RequestView, 'history'>, unit: UnitId): boolean {
  return history.some(({ event }) => event.type === 'handedOver' && event.from === unit);
}

/** Tells whether a request is ubesvaret: it awaits an answer, and its deadline has passed. */
export function isOverdue(request: Pick<Request, 'state' | 'dueOn'>, now: Date): boolean {
  return awaitsAnswer(request.state) && localDate(now) > request.dueOn;
}

/** Tells whether a promise is forsinket: its last day has passed, and it is not kept. */
export function isLate({ state, answer }: Pick<Request, 'state' | 'answer'>, now: Date): boolean {
  if (state !== 'answered' || answer === null || !isPromise(answer)) return false;
  const last = answer.horizon.end ?? answer.horizon.start;
  return last !== null && localDate(now) > last;
}
