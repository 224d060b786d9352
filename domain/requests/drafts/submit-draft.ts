import { type RequestId, requestIdOf } from '../../ids.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { type Result, refuse } from '../../refusal.ts';
import type { Area } from '../../vocabulary.ts';
import { createRequest } from '../create-request.ts';
import { suggestedIn } from '../suggest-fields/suggest-fields.ts';
import type { Draft } from './draft.ts';
import { draftProblem } from './shown-draft.ts';

/**
 * Makes a request of a draft with the fields that the bot suggests, within the running transaction. Refuses a draft that
 * is too long or incomplete.
 * @param chosen the area that its writer chose; null: the one that the bot is sure of
 */
export async function submitDraft(
  world: World,
  leader: Person,
  draft: Draft,
  chosen: Area | null,
  anonymous: boolean,
): Promise<Result<{ requestId: RequestId }>> {
  if (draftProblem(draft.text) === 'too-long') return refuse('too-long');
  const { kind, minutesPerTime, timesPerMonth, peopleAffected, ...suggested } = await suggestedIn(world, draft.text);
  const area = chosen ?? suggested.area;
  if (area === null || draftProblem(draft.text)) return refuse('stale-card');
  await world.drafts.remove(draft.id);
  const burden = { minutesPerTime, timesPerMonth, peopleAffected };
  const { text, numbers } = draft;
  const wish = { text, ...(numbers ? { numbers } : {}), area, kind, burden, anonymous };
  return createRequest(world, leader, wish, requestIdOf(draft.id));
}

/**
 * Ends a draft whose words are now part of a request, within the running transaction: its files and its messages belong
 * to the request from now on, so that a later edit or deletion of them is answered as one of a sent text.
 */
export async function endInRequest(world: World, { id: draftId }: Draft, requestId: RequestId): Promise<void> {
  for (const { id } of await world.attachments.of(draftId)) await world.attachments.change(id, { about: requestId });
  for (const posting of await world.postings.of(draftId))
    await world.postings.put({ ...posting, about: requestId }, false);
  await world.drafts.remove(draftId);
}
