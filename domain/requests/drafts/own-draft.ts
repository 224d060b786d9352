import type { Person } from '../../people/organisation.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import type { Draft } from '../request.ts';

/** The actor's own draft. Somebody else's is as good as none. */
export async function ownDraft(world: World, actor: Person, draftId: string): Promise<Result<Draft>> {
  const draft = await world.drafts.byId(draftId);
  return draft?.personId === actor.id ? done(draft) : refuse('nothing-there');
}
