import type { RequestId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { requestFor } from './move-request.ts';
import type { Request } from './record/request.ts';
import type { Move } from './transitions.ts';
import { type RequestView, viewRequest } from './view-request.ts';
import { relationsTo } from './visibility.ts';

/**
 * Gives the request as the viewer may see it. A request that they may not see gives the same refusal as a missing one,
 * `not-found`.
 */
export async function visibleRequest(world: World, viewer: Person, requestId: RequestId): Promise<Result<RequestView>> {
  return asSeenBy(world, viewer, await world.requests.byId(requestId));
}

/**
 * Gives the request that a person wrote or pressed, by its id or by its number in any case; refuses as `visibleRequest`
 * does.
 */
export async function visibleByIdOrNumber(world: World, viewer: Person, named: string): Promise<Result<RequestView>> {
  // The text may be a number instead of an id, and then the look-up finds nothing.
  const byId = await world.requests.byId(named as RequestId);
  return asSeenBy(world, viewer, byId ?? (await world.requests.byNumber(named.toUpperCase())));
}

/**
 * Gives the request to an owner who is about to make a `move` from a card of this version; refuses as `requestFor`
 * does.
 */
export async function visibleToMove(
  world: World,
  owner: Person,
  { requestId, version }: { requestId: RequestId; version?: number | undefined },
  move: Move,
): Promise<Result<RequestView>> {
  const found = await requestFor(world, owner, requestId, 'owner', move, version);
  return found.ok ? asSeenBy(world, owner, found.value) : found;
}

/** Gives the request to somebody who answers for its unit now, whatever its state; refuses as `requestFor` does. */
export async function visibleToOwner(world: World, owner: Person, requestId: RequestId): Promise<Result<RequestView>> {
  const request = await world.requests.byId(requestId);
  const relations = request ? await relationsTo(world, owner, request) : [];
  if (!request || relations.length === 0) return refuse('not-found');
  return relations.includes('owner') ? asSeenBy(world, owner, request) : refuse('not-allowed');
}

async function asSeenBy(world: World, viewer: Person, request: Request | null): Promise<Result<RequestView>> {
  const view = request && (await viewRequest(world, viewer, request));
  return view ? done(view) : refuse('not-found');
}
