import type { Context } from '../context.ts';
import type { RequestId } from '../ids.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import type { Comment } from './record/comment.ts';
import type { Request } from './record/request.ts';
import { relationsTo } from './visibility.ts';

/** A person who may write about a request, and the side that they speak for. */
export interface Party {
  request: Request;
  side: Comment['side'];
  /** The name of the unit that has the request. */
  unit: string;
}

/** Gives the side for which a person writes about a request; refuses those who only read along. */
export async function partyTo(
  world: World,
  actor: Person,
  requestId: RequestId,
  { room, message }: Context,
): Promise<Result<Party>> {
  const request = await world.requests.byId(requestId);
  const relations = request ? await relationsTo(world, actor, request) : [];
  if (!request || relations.length === 0) return refuse('not-found');
  // Everybody in the channel reads the reply, so it must not reveal the leader of an anonymous request.
  if (isPublic({ room, message }) && request.anonymous && !relations.includes('owner')) return refuse('not-found');
  if (!relations.includes('leader') && !relations.includes('owner')) return refuse('not-allowed');
  if (request.state === 'withdrawn') return refuse('wrong-state');
  // A leader who also owns the process speaks for the unit in its channel; otherwise the channel would learn who the
  // leader is.
  const isUnit = relations.includes('owner') && (room !== null || !relations.includes('leader'));
  return done({ request, side: isUnit ? 'unit' : 'leader', unit: unitName(world.organisation, request.unit) });
}

/** Tells whether something was written in a channel: it is in its thread already, where everybody reads it. */
export function isPublic({ room, message }: Context): boolean {
  return room !== null && message !== null;
}
