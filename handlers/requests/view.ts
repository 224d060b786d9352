import type { RequestView } from '../../domain/requests/view-request.ts';
import { viewRequest } from '../../domain/requests/view-request.ts';
import type { Asking } from '../handler.ts';

/** A request that the person has just dealt with, as it stands now. */
export async function viewOf({ world, actor }: Asking, requestId: string): Promise<RequestView> {
  const request = await world.requests.byId(requestId);
  const view = request && (await viewRequest(world, actor, request));
  if (!view) throw new Error(`request ${requestId} is gone for the one who has just dealt with it`);
  return view;
}
