import type { Person } from './organisation.ts';
import type { World } from './ports.ts';
import { done, type Result, refuse } from './refusal.ts';
import type { Request } from './request.ts';
import { type RequestView, viewRequest } from './view-request.ts';

/** The request as the viewer may see it. One that is not for the viewer's eyes is as good as none. */
export async function visibleRequest(world: World, viewer: Person, requestId: string): Promise<Result<RequestView>> {
  return asSeenBy(world, viewer, await world.requests.byId(requestId));
}

/** The same for one that was looked for in another way; null when there is none. */
export async function asSeenBy(world: World, viewer: Person, request: Request | null): Promise<Result<RequestView>> {
  const view = request && (await viewRequest(world, viewer, request));
  return view ? done(view) : refuse('not-found');
}
