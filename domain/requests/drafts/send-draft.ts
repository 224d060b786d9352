import { z } from 'zod';
import { type DraftId, requestIdOf } from '../../ids.ts';
import { draftId, optionalChoice, toggle } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { areas } from '../../vocabulary.ts';
import { createRequest } from '../create-request.ts';
import { reviseRequest } from '../revise-request.ts';
import { suggestFields } from '../suggest-fields/suggest-fields.ts';
import { draftProblem, ownDraft } from './shown-draft.ts';

/** "Ja, send": submits the draft with the fields that the bot suggested, or with the area that was chosen among them. */
export const sendDraft = useCase({
  name: 'send-draft',
  does: 'change',
  input: z.object({ draftId, area: optionalChoice(areas), anonymous: toggle }),
  allows: maySubmit,
  async run(world, actor, { draftId, area: chosen, anonymous }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return (await sentOtherwise(world, actor, draftId, anonymous)) ?? found;
    const draft = found.value;
    if (draftProblem(draft.text) === 'too-long') return refuse('too-long');
    const { kind, minutesPerTime, timesPerMonth, peopleAffected, ...suggested } = suggestFields(draft.text);
    const area = chosen ?? suggested.area;
    if (area === null || draftProblem(draft.text)) return refuse('stale-card');
    await world.drafts.remove(draftId);
    const burden = { minutesPerTime, timesPerMonth, peopleAffected };
    return createRequest(world, actor, { text: draft.text, area, kind, burden, anonymous }, requestIdOf(draftId));
  },
  again: async (world, actor, { draftId, anonymous }, earlier) =>
    (await sentOtherwise(world, actor, draftId, anonymous)) ?? done(earlier),
});

/** The draft was sent by the other button, with or without the leader's name: the later press counts. */
async function sentOtherwise(world: World, actor: Person, draftId: DraftId, anonymous: boolean) {
  const sent = await world.requests.byId(draftId);
  if (sent?.leaderId !== actor.id || sent.anonymous === anonymous) return null;
  const { text, area, kind, burden } = sent;
  return reviseRequest(world, actor, sent.id, { text, area, kind, burden, anonymous });
}
