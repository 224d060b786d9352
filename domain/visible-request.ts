import type { Person } from './organisation.ts';
import type { World } from './ports.ts';
import { done, type Result, refuse } from './refusal.ts';
import { type RequestView, viewRequest } from './view-request.ts';

/** The request as the viewer may see it. One that is not for the viewer's eyes is as good as none. */
export async function visibleRequest(world: World, viewer: Person, requestId: string): Promise<Result<RequestView>> {
  const request = await world.requests.byId(requestId);
  const view = request && (await viewRequest(world, viewer, request));
  return view ? done(view) : refuse('not-found');
}
