import { z } from 'zod';
import { requestIdOf } from '../../ids.ts';
import { draftId, toggle } from '../../input.ts';
import { maySubmit } from '../../people/roles.ts';
import { refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { createRequest } from '../create-request.ts';
import { suggestFields } from '../suggest-fields/suggest-fields.ts';
import { draftProblem, ownDraft } from './shown-draft.ts';

/** "Ja, send": submits the draft with the fields that the bot suggested. */
export const sendDraft = useCase({
  name: 'send-draft',
  does: 'change',
  input: z.object({ draftId, anonymous: toggle }),
  allows: maySubmit,
  async run(world, actor, { draftId, anonymous }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const draft = found.value;
    if (draftProblem(draft.text) === 'too-long') return refuse('too-long');
    const { area, kind, minutesPerTime, timesPerMonth } = suggestFields(draft.text);
    if (area === null || draftProblem(draft.text)) return refuse('stale-card');
    await world.drafts.remove(draftId);
    const burden = { minutesPerTime, timesPerMonth, peopleAffected: null };
    return createRequest(world, actor, { text: draft.text, area, kind, burden, anonymous }, requestIdOf(draftId));
  },
});
