import { overtakenCard } from '../../cards/answers/overtaken.ts';
import { trialEndedCard } from '../../cards/answers/trial-ended.ts';
import { answerCard, receiptCard, requestCard, withdrawalCard } from '../../cards/requests/request.ts';
import { decisions, type Language } from '../../domain/vocabulary.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import type { Case } from './case.ts';
import { spokenOf } from './conversation-cases.ts';
import { answer, attachments, comments, fullRequest, handedOver, request, type Seen, view } from './sample-domain.ts';
import type { Said } from './sample-words.ts';

const lastFriday = '2026-11-20';

/** One request as leaders, owners and managers see it during its life. */
export function requestCases(shortest: Said, longest: Said, language: Language): Case[] {
  const words = requestTexts[language];
  const shown = (called: string, seen: Seen, title?: string): Case => ({
    called,
    shows: 'card',
    card: requestCard(view(seen), language, title),
  });
  const short = { said: shortest, request: request(shortest) } as const;
  const number = short.request.number;
  const answered = request(shortest, { state: 'answered', answer: answer(shortest, 'planned') });
  const told = [{ type: 'acknowledged' }, { type: 'answered', decision: 'planned' }] as const;
  const corrected = { type: 'revised', unit: short.request.unit, dueOn: short.request.dueOn } as const;
  const revised: Seen = { ...short, relation: 'owner', steps: [corrected] };
  return [
    shown('shortest', { ...short, relation: 'leader' }),
    shown('longest', longestOf(longest)),
    movedOn(longest, language),
    shown('arrived', { ...short, relation: 'owner' }, words.arrivedTitle(number)),
    shown('revised', revised, words.revisedTitle(number)),
    shown('anonymous', { said: shortest, request: fullRequest(shortest, { anonymous: true }), relation: 'owner' }),
    shown('overdue', {
      ...short,
      request: request(shortest, { dueOn: lastFriday }),
      relation: 'owner',
      overdue: true,
      steps: [{ type: 'acknowledged' }],
    }),
    shown('handed-over', { ...short, relation: 'owner', steps: handedOver(shortest, 4) }),
    shown('longest-handed-over', longestOf(longest, 20)),
    shown('longest-arrived', {
      said: longest,
      request: fullRequest(longest, { dueOn: lastFriday }),
      relation: 'owner',
      overdue: true,
      steps: handedOver(longest, 20),
    }),
    shown('answered', { said: shortest, request: answered, relation: 'leader', steps: told }),
    shown('answer-corrected', {
      said: shortest,
      request: answered,
      relation: 'leader',
      steps: [...told, { type: 'answerCorrected', decision: 'planned' }],
    }),
    {
      called: 'overtaken',
      shows: 'card',
      card: overtakenCard(
        view({ said: shortest, request: answered, relation: 'owner', steps: told }),
        [longest.measure.slice(0, 240), shortest.expectedImprovement],
        language,
      ),
    },
    ...(
      [
        ['ended', shortest],
        ['longest', longest],
      ] as const
    ).map(([called, said]): Case => {
      const trial = answer(said, 'trial');
      const seen = view({ said, request: request(said, { state: 'answered', answer: trial }), relation: 'owner' });
      return { called, shows: 'card', card: trialEndedCard(seen, trial, language) };
    }),
    {
      called: 'longest-overtaken',
      shows: 'card',
      card: overtakenCard(view(longestOf(longest)), [longest.measure, longest.expectedImprovement], language),
    },
    shown('late', { said: shortest, request: answered, relation: 'leader', steps: told, late: true }),
    shown('to-deliver', { said: shortest, request: answered, relation: 'owner', steps: told }),
    shown(
      'delivered',
      {
        said: shortest,
        request: { ...answered, state: 'delivered' },
        relation: 'leader',
        steps: [...told, { type: 'delivered' }],
      },
      words.deliveredTitle(number),
    ),
    shown(
      'withdrawn',
      {
        said: shortest,
        request: request(shortest, { state: 'withdrawn' }),
        relation: 'owner',
        steps: [{ type: 'withdrawn' }],
      },
      words.withdrawnTitle(number),
    ),
    shown(
      'added',
      { ...short, relation: 'owner', steps: [{ type: 'added', added: shortest.comment }] },
      words.addedTitle(number),
    ),
    shown('withdrawn-undoable', {
      said: shortest,
      request: request(shortest, { state: 'withdrawn' }),
      relation: 'leader',
      steps: [{ type: 'withdrawn', before: 'routed' }],
    }),
    shown(
      'restored',
      { ...short, relation: 'owner', steps: [{ type: 'withdrawn', before: 'routed' }, { type: 'restored' }] },
      words.restoredTitle(number),
    ),
    ...[shortest, longest].map((said, index): Case => {
      const seen = view({ said, request: request(said), relation: 'leader' });
      return { called: index === 0 ? 'shortest' : 'longest', shows: 'card', card: withdrawalCard(seen, language) };
    }),
    shown('spoken-of', { ...spokenOf(shortest, false), relation: 'leader' }),
    shown('spoken-of-owner', { ...spokenOf(shortest, false), relation: 'owner' }),
    ...receiptCases(shortest, longest, language),
    ...answerCases(shortest, longest, language),
  ];
}

/** A request with everything at its longest: answered in part after many hand-overs. */
function longestOf(said: Said, handOvers = 4): Seen {
  return {
    said,
    request: fullRequest(said, {
      state: 'answered',
      answer: { ...answer(said, 'partly'), noDateReason: said.horizon.text },
    }),
    relation: 'owner',
    comments: comments(said, 5),
    files: attachments(said),
    steps: [...handedOver(said, handOvers), { type: 'acknowledged' }, { type: 'answered', decision: 'partly' }],
  };
}

/** The reply to a button of an outdated card. */
function movedOn(said: Said, language: Language): Case {
  const card = requestCard(view(longestOf(said)), language);
  const status = { block: 'status', text: refusalTexts[language]['wrong-state'], mood: 'neutral' } as const;
  return { called: 'moved-on', shows: 'card', card: { ...card, blocks: [status, ...card.blocks] } };
}

function receiptCases(shortest: Said, longest: Said, language: Language): Case[] {
  const shown = (called: string, said: Said, anonymous: boolean): Case => ({
    called,
    shows: 'card',
    card: receiptCard(view({ said, request: request(said, { anonymous }), relation: 'leader' }), language),
  });
  return [shown('shortest', shortest, false), shown('anonymous', shortest, true), shown('longest', longest, true)];
}

function answerCases(shortest: Said, longest: Said, language: Language): Case[] {
  const shown = (called: string, seen: Seen): Case => {
    const given = seen.request.answer;
    if (!given) throw new Error(`${called} has no answer`);
    return { called, shows: 'card', card: answerCard(view(seen), given, language) };
  };
  const withAnswer = (given: ReturnType<typeof answer>): Seen => ({
    said: shortest,
    request: request(shortest, { state: given.decision === 'declined' ? 'declined' : 'answered', answer: given }),
    relation: 'leader',
    steps: [{ type: 'acknowledged' }, { type: 'answered', decision: given.decision }],
  });
  const open = {
    ...answer(shortest, 'planned'),
    horizon: { text: '', start: null, end: null },
    noDateReason: shortest.reason,
  };
  return [
    ...decisions.map((decision) => shown(decision.toLowerCase(), withAnswer(answer(shortest, decision)))),
    shown('without-date', withAnswer(open)),
    shown('longest', { ...longestOf(longest), relation: 'leader' }),
  ];
}
