import { z } from 'zod';
import type { DraftId } from '../../../ids.ts';
import { draftId } from '../../../input.ts';
import { maySubmit } from '../../../people/roles.ts';
import { done, refuse } from '../../../refusal.ts';
import { useCase } from '../../../use-case.ts';
import { draftAsShown } from '../parts/parts.ts';
import { twoWishes } from './two-wishes.ts';

/** "Del i to": makes two drafts of one with two wishes. Its files stay with the first. */
export const splitDraft = useCase({
  name: 'split-draft',
  does: 'change',
  input: z.object({ draftId }),
  allows: maySubmit,
  async run(world, actor, { draftId }) {
    const found = await draftAsShown(world, actor, draftId, undefined);
    if (!found.ok) return found;
    const { text, createdAt, editedAt, numbers } = found.value;
    const two = twoWishes(text);
    if (!two) return refuse('stale-card');
    const rest = world.newId<DraftId>();
    await world.drafts.setText(draftId, two[0].text, editedAt);
    await world.drafts.note(draftId, { rest });
    // The first stays the newest, so that a yes and a file are for the one that stands on top.
    await world.drafts.add({
      id: rest,
      personId: actor.id,
      text: two[1].text,
      createdAt: new Date(createdAt.getTime() - 1),
      ...(numbers && { numbers }),
    });
    return done({ draftIds: [draftId, rest] });
  },
});
