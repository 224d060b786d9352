import { localDate } from './local-time.ts';
import type { Person } from './organisation.ts';
import type { World } from './ports.ts';
import type { Answer, NamelessEvent, Request } from './request.ts';
import { awaitsAnswer, stateAfter } from './transitions.ts';
import { type Relation, relationsTo, type Sender, senderFor } from './visibility.ts';

/** A request as one viewer may see it: what cards are made of. */
export interface RequestView {
  request: Omit<Request, 'leaderId' | 'answer'>;
  answer: Answer | null;
  relation: Relation;
  sender: Sender;
  /** Names are given for owners only, who act in office; a leader's step carries none. */
  history: ReadonlyArray<{ event: NamelessEvent; byName: string | null }>;
  overdue: boolean;
  may: { acknowledge: boolean; answer: boolean; handOver: boolean; deliver: boolean; withdraw: boolean };
}

/** The request as `viewer` may see it, or null when it is not for the viewer's eyes. */
export async function viewRequest(world: World, viewer: Person, request: Request): Promise<RequestView | null> {
  const relations = await relationsTo(world, viewer, request);
  const [relation] = relations;
  if (!relation) return null;
  const [sender, events] = await Promise.all([
    senderFor(world, viewer, relation, request),
    world.requests.history(request.id),
  ]);
  const history = await Promise.all(
    events.map(async ({ by, ...event }) => ({
      event,
      byName: by === request.leaderId ? null : ((await world.people.byId(by))?.name ?? null),
    })),
  );
  const owner = relations.includes('owner');
  const { leaderId: _hidden, answer, ...rest } = request;
  return {
    request: rest,
    answer,
    relation,
    sender,
    history,
    overdue: isOverdue(request, world.now()),
    may: {
      acknowledge: owner && stateAfter(request.state, 'acknowledge') !== null,
      answer: owner && stateAfter(request.state, 'answer') !== null,
      handOver: owner && stateAfter(request.state, 'handOver') !== null,
      deliver: owner && stateAfter(request.state, 'deliver') !== null,
      withdraw: relation === 'leader' && stateAfter(request.state, 'withdraw') !== null,
    },
  };
}

/** Ubesvaret: an answer is owed and its last day has passed. */
export function isOverdue(request: Pick<Request, 'state' | 'dueOn'>, now: Date): boolean {
  return awaitsAnswer(request.state) && localDate(now) > request.dueOn;
}
