import type { z } from 'zod';
import type { Block, Filled, Form } from '../../cards/card.ts';
import { keptFirstCard } from '../../cards/requests/kept-first.ts';
import { requestCard } from '../../cards/requests/request.ts';
import { requestId } from '../../domain/input.ts';
import { type RequestView, viewById } from '../../domain/requests/view-request.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { type Asking, card, does, form, type Refused, type Reply, viewOf } from '../handler.ts';

/**
 * Answers a press on an old card with the request in its present state, below a line that it has changed; null for
 * other refusals.
 */
export async function movedOn(asking: Asking, { refusal, input }: Refused): Promise<Reply | null> {
  const { data } = requestId.safeParse(input.requestId);
  if (refusal !== 'wrong-state' || data === undefined) return null;
  const stands = requestCard(await viewOf(asking, data), asking.language);
  return card({ ...stands, blocks: [saysMoved(asking.language), ...stands.blocks] });
}

/**
 * Gives the reply to a refused form: the form with the typed values and a problem beside each wrong field. When the
 * request has changed since the form was opened and can still be acted on, the form comes back, too, so that nothing
 * that was typed is lost.
 * @param open the use case that opens the form
 * @param inputFor its input for this request, and what the form held
 * @param otherwise the reply when it cannot be opened any more
 */
export function filledAgain<Schema extends z.ZodType, Opened>(
  open: UseCase<string, Schema, Opened>,
  inputFor: (requestId: string, input: Refused['input']) => z.input<Schema>,
  build: (opened: Opened, filled: Filled, language: Language) => Form,
  otherwise: (asking: Asking, refused: Refused) => Promise<Reply | null> = movedOn,
): (asking: Asking, refused: Refused) => Promise<Reply | null> {
  return async (asking, refused) => {
    const { refusal, problems, input } = refused;
    if (refusal === 'sent-already') return keptFirst(asking, refused);
    const again = refusal === 'invalid-input' || refusal === 'wrong-state' || refusal === 'confirm-horizon';
    if (!again || input.requestId === undefined) return null;
    const opened = await does(asking, open, inputFor(input.requestId, input));
    if (!opened.ok) return otherwise(asking, { ...refused, refusal: opened.refusal });
    const filled = build(opened.value, { values: input, problems }, asking.language);
    const moved = refusal === 'wrong-state' ? [saysMoved(asking.language)] : [];
    return form({ ...filled, intro: [...moved, ...filled.intro] });
  };
}

/** The fields that people write in forms about a request, in the order in which the forms ask for it. */
const written = [
  'text',
  'measure',
  'expectedImprovement',
  'lookedAt',
  'where',
  'nowPossible',
  'whatItTakes',
  'horizon',
  'reason',
];

/** Answers a form that was sent with other words before: what was kept of the first, and all that was written now. */
export async function keptFirst({ world, actor, language }: Asking, { input }: Refused): Promise<Reply> {
  const { data } = requestId.safeParse(input.requestId);
  const view = data === undefined ? null : await viewById(world, actor, data);
  const typed = written.map((field) => input[field] ?? '').filter((said) => said !== '');
  return card(
    keptFirstCard({ kept: view && keptOf(view, input), typed, requestId: view?.request.id ?? null }, language),
  );
}

/** Gives the words of a request that the first sending of this form has left; null when they cannot be told. */
function keptOf(view: RequestView, input: Refused['input']): string | null {
  const { request, answer, history, comments, relation } = view;
  if (input.decision !== undefined) return answer?.measure ?? null;
  if (input.unit !== undefined) {
    const step = history.findLast(({ event }) => event.type === 'handedOver')?.event;
    return step?.type === 'handedOver' ? step.reason : null;
  }
  // A form for other words of the request holds the version that it was opened from.
  if (input.version !== undefined) return request.text;
  const side = relation === 'leader' ? 'leader' : 'unit';
  const comment = comments.findLast((one) => one.comment.side === side)?.comment;
  const step = side === 'leader' ? history.findLast(({ event }) => event.type === 'added')?.event : undefined;
  if (step?.type !== 'added' || (comment && comment.at > step.at)) return comment?.text ?? null;
  return step.added || null;
}

function saysMoved(language: Language): Block {
  return { block: 'status', text: refusalTexts[language]['wrong-state'], mood: 'neutral' };
}
