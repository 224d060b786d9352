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

/** Who gets a message about a request, where that is not just whom it is for. */
export interface Receiver {
  /** The unit that had the request when the leader last wrote about it; null: the same as now. */
  former: string | null;
  /**
   * `administrators`: nobody whom it is for is there any more, so they are told instead. `unsaid`: the leader gave no
   * name, and whether they are still there would tell something of them, so nobody hears it.
   */
  instead: 'administrators' | 'unsaid' | null;
}

/** Gives who gets what a party writes now, before it is stored. */
export async function receiverOf(world: World, { request, side }: Omit<Party, 'unit'>): Promise<Receiver> {
  if (side === 'unit') {
    // The same for every anonymous leader, whether they are there or not.
    if (request.anonymous) return { former: null, instead: 'unsaid' };
    const isThere = (await world.people.byId(request.leaderId))?.active === true;
    return { former: null, instead: isThere ? null : 'administrators' };
  }
  const owners = await world.people.ownersOf(request.unit);
  return { former: await formerUnit(world, request), instead: owners.length > 0 ? null : 'administrators' };
}

async function formerUnit({ comments, requests, organisation }: World, { id, unit }: Request): Promise<string | null> {
  const [said, history] = await Promise.all([comments.ofRequest(id), requests.history(id)]);
  const last = said.findLast(({ side }) => side === 'leader')?.at;
  const moved = history.find(({ type, at }) => type === 'handedOver' && (last === undefined || at > last));
  return moved?.type === 'handedOver' && moved.from !== unit ? unitName(organisation, moved.from) : null;
}

/** Tells whether something was written in a channel: it is in its thread already, where everybody reads it. */
export function isPublic({ room, message }: Context): boolean {
  return room !== null && message !== null;
}
