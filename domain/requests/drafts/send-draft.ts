import { z } from 'zod';
import type { DraftId } from '../../ids.ts';
import { draftId, optionalChoice, toggle } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { areas } from '../../vocabulary.ts';
import { reviseRequest } from '../revise-request.ts';
import { cardParts, draftAsShown } from './parts/parts.ts';
import { submitDraft } from './submit-draft.ts';

/** "Ja, send": submits the draft with the fields that the bot suggested, or with the area that was chosen among them. */
export const sendDraft = useCase({
  name: 'send-draft',
  does: 'change',
  input: z.object({ draftId, parts: cardParts, area: optionalChoice(areas), anonymous: toggle }),
  allows: maySubmit,
  async run(world, actor, { draftId, parts, area: chosen, anonymous }) {
    const found = await draftAsShown(world, actor, draftId, parts);
    if (!found.ok && found.refusal === 'wrong-state') return found;
    if (!found.ok) return (await sentOtherwise(world, actor, draftId, anonymous)) ?? found;
    return submitDraft(world, actor, found.value, chosen, anonymous);
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
