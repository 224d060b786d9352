import type { Answer } from '../../domain/requests/record/answer.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { type RequestView, undoableUntil } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { formatDate, formatMoment } from '../../locales/time/dates.ts';
import { areaNames, decisionNames, declineCategoryNames, kindNames, stateNames } from '../../locales/vocabulary.ts';
import { type ActionRef, actionOf, type Block, type Card, type LinkRef, type Mood } from '../card.ts';
import { button, excerpt, facts, text } from '../parts.ts';
import { commentBlocks } from './comments.ts';
import { horizonInShort, horizonWords } from './horizon.ts';
import { burdenWords, fileFacts } from './request-facts.ts';
import { timelineBlocks } from './timeline.ts';

/** One request for a person who may see it: its text, its state, its answer and the reader's actions. */
export function requestCard(view: RequestView, language: Language, title = view.request.number): Card {
  return {
    name: 'request',
    about: view.request.id,
    version: view.request.version,
    title,
    blocks: [
      statusBlock(view, language),
      ...undoBlocks(view, language),
      { block: 'quote', text: view.request.text },
      ...about(view, language),
      ...(view.answer ? answerBlocks(view.answeredBy, view.answer, language) : []),
      ...commentBlocks(view, language),
      ...timelineBlocks(view, language),
    ],
    renew: actionOf('refresh-request', { requestId: view.request.id }),
    actions: actionsOf(view, language),
  };
}

/** The receipt of a request: its number, the unit that has it, and the day by which there is an answer. */
export function receiptCard(view: RequestView, language: Language): Card {
  const words = requestTexts[language];
  const { request } = view;
  return {
    name: 'receipt',
    about: request.id,
    version: request.version,
    title: words.receiptTitle(request.number),
    blocks: [
      text(words.receipt(view.unitName, formatDate(request.dueOn, language))),
      ...(request.anonymous ? [text(words.anonymousTo, 'subtle')] : []),
      { block: 'quote', text: excerpt(request.text, 280) },
    ],
    actions: [button('open-request-form', words.another), button('list-mine', words.mine)],
  };
}

/** The leader's view of the tilbagemelding, with the timeline. */
export function answerCard(
  view: RequestView,
  answer: Answer,
  language: Language,
  title = requestTexts[language].answerTitle(view.request.number),
): Card {
  const words = requestTexts[language];
  return {
    name: 'answer',
    about: view.request.id,
    version: view.request.version,
    title,
    blocks: [
      { block: 'quote', text: excerpt(view.request.text, 280) },
      ...answerBlocks(view.answeredBy, answer, language),
      ...timelineBlocks(view, language),
    ],
    actions: [...guidanceOf(answer, language), commentButton(view, language), button('list-mine', words.mine)],
  };
}

function commentButton({ request }: RequestView, language: Language): ActionRef {
  return button('open-comment-form', commentTexts[language].write, { requestId: request.id });
}

function statusBlock(view: RequestView, language: Language): Block {
  const { request, overdue, late, answer, relation } = view;
  if (late && answer)
    return { block: 'status', text: requestTexts[language].late(horizonInShort(answer, language)), mood: 'late' };
  if (overdue)
    return { block: 'status', text: requestTexts[language].overdue(formatDate(request.dueOn, language)), mood: 'late' };
  const state = stateName(request.state, relation === 'leader', language);
  const text = awaitsAnswer(request.state)
    ? requestTexts[language].dueOn(state, formatDate(request.dueOn, language))
    : state;
  return { block: 'status', text, mood: moodOf(request.state) };
}

/** Names a state: what a leader has sent is new to all others. */
export function stateName(state: RequestView['request']['state'], isOwn: boolean, language: Language): string {
  return state === 'routed' && !isOwn ? requestTexts[language].fresh : stateNames[language][state];
}

function undoBlocks({ request, history, may }: RequestView, language: Language): Block[] {
  const until = may.undoWithdrawal
    ? undoableUntil(
        request.state,
        history.map(({ event }) => event),
      )
    : null;
  return until ? [text(requestTexts[language].undoUntil(formatMoment(until, language)), 'subtle')] : [];
}

/** Asks the leader, once, whether the request is to be withdrawn. */
export function withdrawalCard({ request, unitName }: RequestView, language: Language): Card {
  const words = requestTexts[language];
  const requestId = request.id;
  return {
    name: 'withdrawal',
    about: requestId,
    title: words.withdrawTitle(request.number),
    blocks: [{ block: 'quote', text: excerpt(request.text, 280) }, text(words.withdrawDetail(unitName))],
    actions: [
      button('withdraw-request', words.withdrawYes, { requestId, version: String(request.version) }, 'danger'),
      button('refresh-request', words.withdrawNo, { requestId }),
    ],
  };
}

/** Gives the mood in which a card shows a state. */
export function moodOf(state: RequestView['request']['state']): Mood {
  if (awaitsAnswer(state)) return 'waiting';
  const good: readonly (typeof state)[] = ['answered', 'guided', 'delivered', 'confirmed'];
  return good.includes(state) ? 'good' : 'neutral';
}

function about({ request, unitName, relation, source, files }: RequestView, language: Language): Block[] {
  const words = requestTexts[language];
  const from = [source.name ?? words.anonymous, source.institution, source.administration].filter((part) =>
    Boolean(part),
  );
  return [
    ...facts([
      [words.from, relation === 'leader' ? null : from.join(', ')],
      [words.area, areaNames[language][request.area]],
      [words.kind, request.kind && kindNames[language][request.kind]],
      [words.burden, burdenWords(request.burden, language).join(', ')],
      [words.unit, unitName],
    ]),
    ...fileFacts(files, language),
  ];
}

/** The tilbagemelding in facts: only what its decision asks for. */
export function answerBlocks(unit: string, answer: Answer, language: Language): Block[] {
  const words = requestTexts[language];
  const { decision, declineCategory } = answer;
  const category =
    declineCategory === null || declineCategory === 'other' ? null : declineCategoryNames[language][declineCategory];
  return facts([
    [words.decision(unit), [decisionNames[language][decision], category].filter(Boolean).join('. ')],
    [words.measure[decision], answer.measure],
    [decision === 'declined' ? words.improvementDeclined : words.improvement, answer.expectedImprovement],
    [words.lookedAt, answer.lookedAt ?? null],
    [words.where, answer.where ?? null],
    [words.horizon[decision], horizonWords(answer, language)],
    [words.noDate, answer.noDateReason],
    [words.nowPossible, answer.nowPossible],
    [words.whatItTakes[decision], answer.whatItTakes],
  ]);
}

/** The guidance itself, where the unit gave its address. */
function guidanceOf({ where }: Pick<Answer, 'where'>, language: Language): LinkRef[] {
  const url = /https:\/\/[^\s<>”"]+/.exec(where ?? '')?.[0];
  return url && URL.canParse(url) ? [{ url, label: requestTexts[language].openGuidance }] : [];
}

function actionsOf(view: RequestView, language: Language): Array<ActionRef | LinkRef> {
  const words = requestTexts[language];
  const { request, relation, may, files } = view;
  const input = { requestId: request.id, version: String(request.version) };
  const actions: Array<ActionRef | LinkRef> = view.answer ? guidanceOf(view.answer, language) : [];
  if (may.answer) actions.push(button('open-answer-form', words.answer, input, 'primary'));
  if (may.acknowledge) actions.push(button('acknowledge-request', words.acknowledge, input));
  if (may.handOver) actions.push(button('open-hand-over-form', words.handOver, input));
  if (may.deliver) actions.push(button('deliver-request', words.deliver, input, 'primary'));
  if (may.correct) actions.push(button('choose-decision', words.correctAnswer, { ...input, corrects: 'true' }));
  if (may.comment) actions.push(commentButton(view, language));
  if (may.rewrite) {
    actions.push(button('open-add-form', words.add, { requestId: request.id }));
    actions.push(button('open-correct-form', words.correct, input));
  }
  if (files.length > 0) actions.push(button('show-files', fileTexts[language].show, { about: request.id }));
  if (relation === 'leader') actions.push(button('list-mine', words.mine));
  if (may.withdraw) actions.push(button('open-withdrawal', words.withdraw, input, 'danger'));
  if (may.undoWithdrawal) actions.push(button('undo-withdrawal', words.undoWithdrawal, input));
  if (relation === 'owner') actions.push(button('list-inbox', words.inbox));
  return actions;
}
