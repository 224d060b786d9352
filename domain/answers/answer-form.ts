import { z } from 'zod';
import { cardVersion, choice, requestId, toggle } from '../input.ts';
import type { Person } from '../people/person.ts';
import { mayAnswer } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { asks } from '../requests/record/asks.ts';
import { correctionOf, moveOf } from '../requests/transitions.ts';
import type { RequestView } from '../requests/view-request.ts';
import { visibleToMove, visibleToOwner } from '../requests/visible-request.ts';
import { suggestHorizons } from '../time/horizon/suggest.ts';
import { localDate } from '../time/local-time.ts';
import { useCase } from '../use-case.ts';
import { type Decision, decisions } from '../vocabulary.ts';
import { leftUnsent, sentValues, typedFields, typedWords, valuesOf } from './typed-answer.ts';

const onCard = { requestId, version: cardVersion, corrects: toggle } as const;

interface OnCard {
  requestId: z.output<typeof requestId>;
  version?: number | undefined;
  corrects: boolean;
}

/** The first step of a tilbagemelding: the owner picks a decision, which determines the fields of the second step. */
export const openAnswerForm = useCase({
  name: 'open-answer-form',
  does: 'look-up',
  input: z.object(onCard),
  allows: mayAnswer,
  async run(world, actor, asked) {
    const view = await visibleToAnswer(world, actor, asked, 'planned');
    return view.ok ? done({ view: view.value, corrects: asked.corrects }) : view;
  },
});

/** The second step of a tilbagemelding: what the form of a decision begins with. */
export interface AnswerStep {
  view: RequestView;
  decision: Decision;
  corrects: boolean;
  /** Whether what may be added is asked for, too. */
  more: boolean;
  /** The periods that fit the decision, for the owner to pick. */
  horizons: ReadonlyArray<{ start: string; end: string }>;
  /** What was typed before, or stands in the answer that is to be corrected. */
  values: Readonly<Record<string, string>>;
}

/**
 * The form with the fields of a decision. It begins with what the owner has just typed, else with what they have left
 * unsent, else with the answer that is to be corrected.
 */
export const chooseDecision = useCase({
  name: 'choose-decision',
  does: 'look-up',
  input: z.object({
    ...onCard,
    ...typedFields,
    /** Absent: that of the answer which is to be corrected. */
    decision: choice(decisions).optional(),
    more: toggle,
  }),
  allows: mayAnswer,
  async run(world, actor, { more, ...given }): Promise<Result<AnswerStep>> {
    const decision = given.decision ?? (await world.requests.byId(given.requestId))?.answer?.decision;
    if (!decision) return refuse('invalid-input', { decision: 'required' });
    const found = await visibleToAnswer(world, actor, given, decision);
    if (!found.ok) return found;
    const { corrects } = given;
    const view = found.value;
    const values =
      valuesOf(given) ?? (await leftUnsent(world, actor, view)) ?? sentValues(corrects ? view.answer : null);
    const isMore = more || asks[decision].more.some((field) => values[field]);
    const horizons = suggestHorizons(localDate(world.now()), asks[decision].time);
    return done({ view, decision, corrects, more: isMore, horizons, values });
  },
});

/**
 * Keeps what an owner has typed: to choose another decision, to go on later, or because the answer was not taken. A text
 * with a CPR number is refused.
 */
export const keepAnswer = useCase({
  name: 'keep-answer',
  does: 'setting',
  input: z.object({
    ...onCard,
    ...typedFields,
    decision: choice(decisions),
    next: z.enum(['choose', 'later']).optional(),
  }),
  allows: mayAnswer,
  async run(world, actor, { decision, next = 'later', ...given }) {
    const { requestId, corrects } = given;
    const found = await visibleToOwner(world, actor, requestId);
    if (!found.ok) return found;
    const values = valuesOf(given) ?? {};
    if (Object.keys(values).length > 0)
      await world.answerDrafts.put({ requestId, personId: actor.id, decision, values, at: world.now() });
    return done({ view: found.value, next, corrects, words: typedWords(values) });
  },
});

/** Gives the request to an owner who is about to answer it, or to correct the answer. */
async function visibleToAnswer(
  world: World,
  owner: Person,
  { corrects, ...asked }: OnCard,
  decision: Decision,
): Promise<Result<RequestView>> {
  const view = await visibleToMove(world, owner, asked, corrects ? correctionOf(decision) : moveOf(decision));
  return view.ok && corrects && !view.value.may.correct ? refuse('wrong-state') : view;
}
