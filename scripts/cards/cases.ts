import { answerForm } from '../../cards/answer-form.ts';
import { campaignForm } from '../../cards/campaign-form.ts';
import { campaignPromptCard } from '../../cards/campaign-prompt.ts';
import type { Card, Form } from '../../cards/card.ts';
import { digestCard } from '../../cards/digest.ts';
import { draftCard } from '../../cards/draft.ts';
import { handOverForm } from '../../cards/hand-over-form.ts';
import { helpCard } from '../../cards/help.ts';
import { homeCard } from '../../cards/home.ts';
import { inboxCard, listLength, mineCard } from '../../cards/lists.ts';
import { noticeCard } from '../../cards/notice.ts';
import { answerCard, receiptCard, requestCard } from '../../cards/request.ts';
import { requestForm } from '../../cards/request-form.ts';
import type { Digest } from '../../domain/digest.ts';
import { suggestHorizons } from '../../domain/horizon/suggest.ts';
import { type FieldProblem, textLimits } from '../../domain/input.ts';
import { refusals } from '../../domain/refusal.ts';
import { decisions, type Language } from '../../domain/vocabulary.ts';
import { edgeTexts } from '../../locales/edge.ts';
import { fieldProblemTexts, refusalTexts } from '../../locales/refusals.ts';
import { requestTexts } from '../../locales/request.ts';
import {
  id,
  longAnswer,
  longestView,
  longRequest,
  organisation,
  person,
  request,
  shortAnswer,
  view,
} from './sample.ts';
import { longest, shortest } from './texts.ts';

/** Something a person may see: `<name>.<case>` names it. */
export type Case = { name: string; case: string } & ({ card: Card } | { form: Form } | { home: Card });

const blank = { values: {}, problems: {} };
const understood = { area: 'personale', kind: 'proces', minutesPerTime: 20, timesPerMonth: 4.3 } as const;
const notUnderstood = { area: null, kind: null, minutesPerTime: null, timesPerMonth: null } as const;

/** Every card, form and modal with the shortest and the longest real texts, and the cases between that look different. */
export function casesIn(language: Language): Case[] {
  return [...cards(language), ...lists(language), ...forms(language), ...notices(language)];
}

function cards(language: Language): Case[] {
  const at = new Date('2026-11-24T09:00:00+01:00');
  const campaign = { id, administration: null, startedBy: 'p', startedAt: at };
  const draft = (text: string) => ({ id, personId: 'p1', text, createdAt: at });
  const ownerMay = { acknowledge: true, answer: true, handOver: true, deliver: false, withdraw: false };
  const sender = { name: null, institution: null, administration: null };
  const arrived = requestTexts[language].arrivedTitle('FØ-2026-0042');
  return [
    { name: 'help', case: 'leader', card: helpCard(person(['leader']), organisation, language) },
    { name: 'help', case: 'owner', card: helpCard(person(['processOwner'], 'Koncern HR'), organisation, language) },
    {
      name: 'help',
      case: 'all-roles',
      card: helpCard(
        person(['leader', 'processOwner', 'manager', 'admin'], 'Koncernkommunikation'),
        organisation,
        language,
      ),
    },
    {
      name: 'campaign-prompt',
      case: 'shortest',
      card: campaignPromptCard({ ...campaign, question: 'Hvad er svært?' }, language),
    },
    {
      name: 'campaign-prompt',
      case: 'longest',
      card: campaignPromptCard({ ...campaign, question: longest(textLimits.question) }, language),
    },
    { name: 'draft', case: 'understood', card: draftCard(draft(shortest), understood, null, 'Koncern HR', language) },
    { name: 'draft', case: 'without-area', card: draftCard(draft(shortest), notUnderstood, null, null, language) },
    { name: 'draft', case: 'no-words', card: draftCard(draft('😬😬'), notUnderstood, 'no-words', null, language) },
    {
      name: 'draft',
      case: 'too-long',
      card: draftCard(draft(longest(30_000)), understood, 'too-long', null, language),
    },
    {
      name: 'draft',
      case: 'longest',
      card: draftCard(draft(longest(textLimits.request)), understood, null, 'Koncernkommunikation', language),
    },
    { name: 'receipt', case: 'shortest', card: receiptCard(view(request()), language) },
    { name: 'receipt', case: 'longest', card: receiptCard(view({ ...longRequest, anonymous: true }), language) },
    {
      name: 'request',
      case: 'arrived',
      card: requestCard(view(request(), { relation: 'owner', may: ownerMay }), language, arrived),
    },
    {
      name: 'request',
      case: 'anonymous',
      card: requestCard(view(request({ anonymous: true }), { relation: 'owner', sender }), language),
    },
    {
      name: 'request',
      case: 'overdue',
      card: requestCard(view(request(), { relation: 'owner', overdue: true }), language),
    },
    { name: 'request', case: 'longest-unanswered', card: requestCard(longestView('owner', null), language, arrived) },
    { name: 'request', case: 'longest', card: requestCard(longestView('owner'), language) },
    ...decisions.map((decision): Case => {
      const answer = { ...shortAnswer, decision, declineCategory: decision === 'declined' ? ('law' as const) : null };
      const state = decision === 'declined' ? 'declined' : decision === 'done' ? 'delivered' : 'answered';
      return { name: 'answer', case: decision, card: answerCard(view(request({ state, answer })), answer, language) };
    }),
    { name: 'answer', case: 'longest', card: answerCard(longestView('leader'), longAnswer, language) },
  ];
}

function lists(language: Language): Case[] {
  const listed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      request: { ...longRequest, number: `FØ-2026-${1000 + index}`, state: 'answered' as const, answer: longAnswer },
      overdue: index % 3 === 0,
    }));
  const at = new Date('2026-11-24T09:00:00+01:00');
  const drafts = Array.from({ length: 5 }, () => ({ id, personId: 'p1', text: longest(3000), createdAt: at }));
  const requests = listed(5).map((one) => one.request);
  const quiet: Digest = {
    from: '2026-11-18',
    to: '2026-11-24',
    new: [],
    answered: [],
    overdue: [],
    promised: [],
    delivered: [],
  };
  const full: Digest = {
    ...quiet,
    new: requests,
    answered: requests,
    overdue: requests,
    promised: requests,
    delivered: requests,
  };
  const many = listed(listLength + 20);
  const mine = mineCard(many, drafts, language);
  const inbox = inboxCard(['Koncernkommunikation'], many, language);
  return [
    { name: 'mine', case: 'empty', card: mineCard([], [], language) },
    { name: 'mine', case: 'longest', card: mine },
    { name: 'inbox', case: 'empty', card: inboxCard(['Koncern HR'], [], language) },
    { name: 'inbox', case: 'longest', card: inbox },
    { name: 'digest', case: 'quiet', card: digestCard(quiet, language) },
    { name: 'digest', case: 'longest', card: digestCard(full, language) },
    { name: 'home', case: 'longest', home: homeCard([mine, inbox, digestCard(full, language)], language) },
  ];
}

function forms(language: Language): Case[] {
  const horizons = suggestHorizons('2026-11-24');
  const units = ['Koncern IT', 'Koncernkommunikation'];
  const administrations = [{ name: 'Beskæftigelses- og Integrationsforvaltningen', leaders: 12 }];
  const audience = { leaders: 82, administrations };
  const wrong = (form: Form): Record<string, string> => {
    const problem: FieldProblem = 'horizon-unknown';
    return Object.fromEntries(form.fields.map(({ id: field }) => [field, fieldProblemTexts[language][problem]]));
  };
  const filled = (form: Form) => ({
    values: Object.fromEntries(
      form.fields.map((field) => [field.id, field.field === 'text' ? longest(field.maxLength) : '']),
    ),
    problems: wrong(form),
  });
  const plain = {
    request: requestForm(null, blank, language),
    answer: answerForm(longestView('owner', null), horizons, blank, language),
    handOver: handOverForm(longestView('owner', null), units, blank, language),
    campaign: campaignForm(audience, blank, language),
  };
  return [
    { name: 'request-form', case: 'blank', form: plain.request },
    { name: 'request-form', case: 'longest', form: requestForm(id, filled(plain.request), language) },
    { name: 'answer-form', case: 'blank', form: plain.answer },
    {
      name: 'answer-form',
      case: 'longest',
      form: answerForm(longestView('owner', null), horizons, filled(plain.answer), language),
    },
    { name: 'hand-over-form', case: 'blank', form: plain.handOver },
    {
      name: 'hand-over-form',
      case: 'longest',
      form: handOverForm(longestView('owner', null), units, filled(plain.handOver), language),
    },
    { name: 'campaign-form', case: 'blank', form: plain.campaign },
    { name: 'campaign-form', case: 'longest', form: campaignForm(audience, filled(plain.campaign), language) },
  ];
}

function notices(language: Language): Case[] {
  const words = edgeTexts[language];
  return [
    ...refusals.map(
      (refusal): Case => ({ name: 'notice', case: refusal, card: noticeCard(refusalTexts[language][refusal]) }),
    ),
    { name: 'notice', case: 'stranger', card: noticeCard(words.stranger, [], words.strangerDetail) },
    { name: 'notice', case: 'defect', card: noticeCard(words.defect('a1b2c3d4')) },
    { name: 'notice', case: 'only-in-private', card: noticeCard(words.onlyInPrivate) },
  ];
}
