import type { PersonId, RequestId, UnitId } from '../ids.ts';
import { operator } from '../people/actor.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { localDate } from '../time/local-time.ts';
import type { Answer } from './record/answer.ts';
import type { Attachment } from './record/attachment.ts';
import type { Comment } from './record/comment.ts';
import type { EventType, HistoryEvent, NamelessEvent } from './record/history.ts';
import type { Request } from './record/request.ts';
import { awaitsAnswer, stateAfter } from './transitions.ts';
import { type Relation, type RequestSource, relationsTo, sourceOf } from './visibility.ts';

/** A request as one viewer may see it: what cards are made of. */
export interface RequestView {
  request: Omit<Request, 'leaderId' | 'answer'>;
  answer: Answer | null;
  relation: Relation;
  source: RequestSource;
  /** The unit that has it now, by name. */
  unitName: string;
  /** The unit that gave the answer, by name: the request may have gone to another one since. */
  answeredBy: string;
  /**
   * Names are given for owners only, who act in office; a leader's step carries none. `unit` is the name of the unit that
   * has the request after the step.
   */
  history: ReadonlyArray<{ event: NamelessEvent; byName: string | null; unit: string }>;
  overdue: boolean;
  /** What leader and unit wrote to each other, oldest first; `byName` as in the history. */
  comments: ReadonlyArray<{ comment: Pick<Comment, 'id' | 'at' | 'side' | 'text'>; byName: string | null }>;
  files: readonly Attachment[];
  may: {
    acknowledge: boolean;
    answer: boolean;
    handOver: boolean;
    deliver: boolean;
    withdraw: boolean;
    comment: boolean;
  };
}

/**
 * Whose step it is by its kind, not by who took it: an anonymous leader who also owns the process acts in office there,
 * and would be known as the one owner without a name.
 */
const isLeaders: Readonly<Record<EventType, boolean>> = {
  submitted: true,
  acknowledged: false,
  handedOver: false,
  answered: false,
  delivered: false,
  withdrawn: true,
};

/** The request as `viewer` may see it, or null when it is not for the viewer's eyes. */
export async function viewRequest(world: World, viewer: Person, request: Request): Promise<RequestView | null> {
  return viewAs(world, await relationsTo(world, viewer, request), request);
}

/** The same by its id; null also when there is none. */
export async function viewById(world: World, viewer: Person, requestId: RequestId): Promise<RequestView | null> {
  const request = await world.requests.byId(requestId);
  return request && viewRequest(world, viewer, request);
}

/** The request as everybody in its unit's channel may see it: what an owner sees. */
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
  // One look-up a person, however often they acted.
  const names = new Map<PersonId, Promise<string | null>>();
  const nameOf = async (by: HistoryEvent['by']): Promise<string | null> => {
    if (by === operator.id) return null;
    const known = names.get(by) ?? world.people.byId(by).then((person) => person?.name ?? null);
    names.set(by, known);
    return known;
  };
  const history = await Promise.all(
    events.map(async ({ by, ...event }, index) => ({
      event,
      byName: isLeaders[event.type] ? null : await nameOf(by),
      unit: unitName(world.organisation, unitAfter(events.slice(0, index + 1)) ?? request.unit),
    })),
  );
  const unit = unitName(world.organisation, request.unit);
  const shownComments = await Promise.all(
    comments.map(async ({ id, at, side, text, by }) => ({
      comment: { id, at, side, text },
      byName: side === 'leader' ? source.name : await nameOf(by),
    })),
  );
  const owner = relations.includes('owner');
  const { leaderId: _hidden, answer, ...rest } = request;
  return {
    request: rest,
    answer,
    relation,
    source,
    unitName: unit,
    answeredBy: history.findLast(({ event }) => event.type === 'answered')?.unit ?? unit,
    history,
    overdue: isOverdue(request, world.now()),
    comments: shownComments,
    files,
    may: {
      acknowledge: owner && stateAfter(request.state, 'acknowledge') !== null,
      answer: owner && stateAfter(request.state, 'answer') !== null,
      handOver: owner && stateAfter(request.state, 'handOver') !== null,
      deliver: owner && stateAfter(request.state, 'deliver') !== null,
      withdraw: relation === 'leader' && stateAfter(request.state, 'withdraw') !== null,
      comment: (owner || relation === 'leader') && request.state !== 'withdrawn',
    },
  };
}

/** The unit that has a request after these steps; null when none of them says it. */
function unitAfter(steps: readonly HistoryEvent[]): UnitId | null {
  const last = steps.findLast(({ type }) => type === 'submitted' || type === 'handedOver');
  if (last?.type === 'submitted') return last.unit;
  return last?.type === 'handedOver' ? last.to : null;
}

/** Whether the request was with the unit once and was handed over to another one. */
export function wasHandedOverBy({ history }: Pick<RequestView, 'history'>, unit: UnitId): boolean {
  return history.some(({ event }) => event.type === 'handedOver' && event.from === unit);
}

/** Ubesvaret: an answer is owed and its last day has passed. */
export function isOverdue(request: Pick<Request, 'state' | 'dueOn'>, now: Date): boolean {
  return awaitsAnswer(request.state) && localDate(now) > request.dueOn;
}
