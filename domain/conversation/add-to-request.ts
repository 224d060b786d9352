import { z } from 'zod';
import type { CommentId } from '../ids.ts';
import { draftId, requestId, textLimits, words } from '../input.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import { maySubmit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { isOpen } from '../requests/drafts/draft.ts';
import { cardParts, draftAsShown } from '../requests/drafts/parts/parts.ts';
import { draftProblem } from '../requests/drafts/shown-draft.ts';
import { endInRequest } from '../requests/drafts/submit-draft.ts';
import { addWords } from '../requests/revise-request.ts';
import { visibleRequest } from '../requests/visible-request.ts';
import type { SaidNumbers } from '../text/cpr/said-numbers.ts';
import { useCase } from '../use-case.ts';
import { addComment } from './replies/add-comment.ts';

/** Gives the form for adding to a request. */
export const openAddForm = useCase({
  name: 'open-add-form',
  does: 'look-up',
  input: z.object({ requestId }),
  allows: maySubmit,
  async run(world, actor, { requestId }) {
    const seen = await visibleRequest(world, actor, requestId);
    if (!seen.ok) return seen;
    if (seen.value.relation !== 'leader') return refuse('not-allowed');
    return seen.value.request.state === 'withdrawn' ? refuse('wrong-state') : seen;
  },
});

/** Adds to the words of the leader's request; once it has an answer, the addition is a message to the unit. */
export const addToRequest = useCase({
  name: 'add-to-request',
  does: 'change',
  input: z.object({ requestId, text: words(textLimits.comment) }),
  allows: maySubmit,
  run: (world, actor, { requestId, text }) => add(world, actor, requestId, text),
});

/** Adds a draft to a request that was sent, in place of sending it as another one. Its files go along. */
export const addDraft = useCase({
  name: 'add-draft',
  does: 'change',
  input: z.object({ draftId, requestId, parts: cardParts }),
  allows: maySubmit,
  async run(world, actor, { draftId, requestId, parts }) {
    const found = await draftAsShown(world, actor, draftId, parts);
    if (!found.ok) return found;
    // A reply that is on its way goes out by itself.
    if (!isOpen(found.value)) return refuse('nothing-there');
    const { text, numbers } = found.value;
    if (draftProblem(text) !== null || text.length > textLimits.comment) return refuse('too-long');
    await endInRequest(world, found.value, requestId);
    return add(world, actor, requestId, text, numbers);
  },
});

/** What became of an addition. */
export interface Added {
  requestId: z.output<typeof requestId>;
  number: string;
  unit: string;
  /** It was sent as a message, because the request has an answer or no room for more. */
  isMessage: boolean;
}

async function add(
  world: World,
  actor: Person,
  requestId: Added['requestId'],
  text: string,
  numbers?: SaidNumbers,
): Promise<Result<Added>> {
  const request = await world.requests.byId(requestId);
  if (request?.leaderId !== actor.id) return refuse('not-found');
  if (request.state === 'withdrawn') return refuse('wrong-state');
  const unit = unitName(world.organisation, request.unit);
  const isMessage = !(await addWords(world, actor, request, text, numbers));
  if (isMessage) {
    const said = {
      id: world.newId<CommentId>(),
      requestId,
      at: world.now(),
      by: actor.id,
      side: 'leader',
      text,
    } as const;
    await addComment(world, request, said);
  }
  return done({ requestId, number: request.number, unit, isMessage });
}
