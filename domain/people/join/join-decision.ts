import type { World } from '../../ports.ts';
import type { JoinRequest } from './join-request.ts';

/** Who has decided a request to join, and when. */
export interface JoinDecision {
  decision: 'letIn' | 'turnedDown';
  /** The administrator's name; null where it is not known any more. */
  by: string | null;
  /** Null for a decision of version 0.1. */
  at: Date | null;
}

/** Gives the decision of a request to join; null while there is none. */
export async function decisionOf(world: World, join: JoinRequest): Promise<JoinDecision | null> {
  const { state, decidedBy, decidedAt } = join;
  if (state === 'asked') return null;
  const by = decidedBy === null ? null : await world.people.byId(decidedBy);
  return { decision: state, by: by?.name ?? null, at: decidedAt };
}

/** Gives the newest refusal of the same person before this request; null when there is none. */
export async function earlierRefusal(world: World, { id, platform, place }: JoinRequest): Promise<JoinDecision | null> {
  const all = await world.joins.of(platform, place.user);
  const refused = all.findLast((one) => one.state === 'turnedDown' && one.id !== id);
  return refused ? decisionOf(world, refused) : null;
}
