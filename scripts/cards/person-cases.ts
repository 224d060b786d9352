import { campaignCard, campaignsCard } from '../../cards/campaigns/campaign.ts';
import { campaignPromptCard } from '../../cards/campaigns/campaign-prompt.ts';
import type { Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { helpCard } from '../../cards/overview/help.ts';
import { draftsWaitCard } from '../../cards/overview/kept-drafts.ts';
import { button } from '../../cards/parts.ts';
import { draftCard, numberCard } from '../../cards/requests/drafts/draft.ts';
import { offeringJoin, offeringParts } from '../../cards/requests/drafts/parts.ts';
import { keptCard, replyCard, replyKeptCard, whichCard } from '../../cards/requests/drafts/reply.ts';
import { offeringTwo, splitCard } from '../../cards/requests/drafts/two-wishes.ts';
import { keptFirstCard } from '../../cards/requests/kept-first.ts';
import type { CampaignProgress } from '../../domain/campaigns/campaign-progress.ts';
import { helpTopics } from '../../domain/conversation/intents/intent.ts';
import type { CampaignId, PersonId, RequestId } from '../../domain/ids.ts';
import { textLimits } from '../../domain/input.ts';
import { refusals } from '../../domain/refusal.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { textOf } from '../../domain/requests/drafts/parts/parts.ts';
import type { Answered } from '../../domain/requests/drafts/shown-draft.ts';
import type { Receiver } from '../../domain/requests/party.ts';
import type { SuggestedFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import { type Language, roles } from '../../domain/vocabulary.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
import { idOf } from '../../tests/ids.ts';
import type { Case } from './case.ts';
import { attachments, draft, organisation, person, today } from './sample-domain.ts';
import type { Said } from './sample-words.ts';

const shown = (called: string, card: Card): Case => ({ called, shows: 'card', card });

/** Cases about a person rather than a request: help, opfordringer, drafts and short notices. */
export function personCases(shortest: Said, longest: Said, language: Language): Case[] {
  const prompt = (question: string) =>
    campaignPromptCard(
      {
        id: idOf('1'),
        question,
        administration: null,
        startedBy: idOf('2'),
        startedAt: today,
        cancelledAt: null,
        cancelledBy: null,
      },
      language,
    );
  const help = (said: Said, ...own: Parameters<typeof person>[1][]) =>
    helpCard(person(said, ...own), organisation(said, language), language);
  return [
    ...roles.map((role) => shown(role.toLowerCase(), help(shortest, role))),
    shown('longest', help(longest, ...roles)),
    ...(['leader', 'processOwner', 'admin'] as const).flatMap((role) =>
      helpTopics.map((topic) =>
        shown(
          role === 'leader' ? topic : `${topic}-${role}`,
          helpCard(person(shortest, role), organisation(shortest, language), language, topic),
        ),
      ),
    ),
    shown('shortest', prompt(shortest.question)),
    shown('default', prompt(campaignTexts[language].defaultQuestion)),
    shown('longest', prompt(longest.question)),
    ...campaignCases(shortest, longest, language),
    ...draftCases(shortest, longest, language),
    ...keptDraftCases(shortest, longest, language),
    ...noticeCases(longest, language),
  ];
}

function campaignCases(shortest: Said, longest: Said, language: Language): Case[] {
  const progress = (
    { question }: Said,
    asked: number,
    waiting: number,
    cancelledAt: Date | null = null,
  ): CampaignProgress => {
    const by = idOf<PersonId>('2');
    const campaign = { id: idOf<CampaignId>('1'), question, administration: null, startedBy: by, startedAt: today };
    return { campaign: { ...campaign, cancelledAt, cancelledBy: cancelledAt && by }, asked, waiting };
  };
  const [running, ended] = [progress(shortest, 41, 76), progress(shortest, 117, 0)];
  const cancelled = progress(shortest, 42, 0, today);
  const many = Array.from({ length: 10 }, () => progress(longest, 12_345, 12_345));
  return [
    shown('running', campaignCard(running, language)),
    shown('cancelled', campaignCard(cancelled, language)),
    shown('ended', campaignCard(ended, language)),
    shown('longest', campaignCard(progress(longest, 12_345, 12_345), language)),
    shown('some', campaignsCard([running, cancelled, ended], language)),
    shown('empty', campaignsCard([], language)),
    shown('longest', campaignsCard(many, language)),
    shown(
      'campaign-sent-twice',
      keptFirstCard({ kept: shortest.question, typed: [longest.question], requestId: null }, language),
    ),
  ];
}

function draftCases(shortest: Said, longest: Said, language: Language): Case[] {
  const nothing: SuggestedFields = {
    area: null,
    areas: [],
    system: null,
    kind: null,
    minutesPerTime: null,
    timesPerMonth: null,
    peopleAffected: null,
  };
  const all: SuggestedFields = {
    area: 'data-ledelsesinformation',
    areas: ['data-ledelsesinformation'],
    system: longest.institution,
    kind: 'vejledning',
    minutesPerTime: 9999.5,
    timesPerMonth: 0.2,
    peopleAffected: 100_000,
  };
  const tooLong = longest.request
    .repeat(Math.ceil(textLimits.draft / longest.request.length))
    .slice(0, textLimits.draft);
  return [
    shown(
      'shortest',
      draftCard(draft(shortest.request), { ...nothing, area: 'it' }, null, shortest.units[0], [], language),
    ),
    shown('without-area', draftCard(draft(shortest.request), nothing, null, null, [], language)),
    shown(
      'which-area',
      draftCard(
        draft(shortest.request),
        { ...nothing, kind: 'proces', areas: ['data-ledelsesinformation', 'jura-dokumentation', 'oekonomi'] },
        null,
        null,
        [],
        language,
      ),
    ),
    ...replyCases(shortest, longest, language),
    ...twoCases(shortest, longest, nothing, language),
    ...partCases(shortest, longest, { ...nothing, area: 'it' }, language),
    shown('no-words', draftCard(draft('😩😩😩'), nothing, 'no-words', null, [], language)),
    shown('longest', draftCard(draft(longest.request), all, null, longest.units[0], attachments(longest), language)),
    shown('too-long', draftCard(draft(tooLong), all, 'too-long', longest.units[0], attachments(longest), language)),
  ];
}

/** A message with two wishes, before and after it is split. */
function twoCases(shortest: Said, longest: Said, nothing: SuggestedFields, language: Language): Case[] {
  const halves = (said: Said) => said.units.slice(0, 2).map((unit) => ({ text: said.request, unit }));
  const card = draftCard(
    draft(`1. ${shortest.request}\n2. ${shortest.request}`),
    { ...nothing, area: 'it' },
    null,
    shortest.units[0],
    [],
    language,
  );
  const split = (said: Said) =>
    splitCard(
      halves(said).map((half) => ({ ...half, id: idOf('1') })),
      language,
    );
  return [
    shown('two-wishes', offeringTwo(card, idOf('1'), halves(shortest), language)),
    shown('in-two', split(shortest)),
    shown('longest', split(longest)),
  ];
}

/** Messages that are one draft, and one that may belong to an earlier draft. */
function partCases(shortest: Said, longest: Said, suggested: SuggestedFields, language: Language): Case[] {
  const both = ({ request }: Said): Draft => {
    const parts = [request, request].map((text) => ({ text, at: today, messages: [] }));
    return { ...draft(textOf(parts)), parts };
  };
  const card = (made: Draft, said: Said) => draftCard(made, suggested, null, said.units[0], [], language);
  const [short, long] = [draft(shortest.request), draft(longest.request)];
  return [
    shown('together', offeringJoin(card(short, shortest), short, short, language)),
    shown('joined', offeringParts(card(both(shortest), shortest), both(shortest), language)),
    shown('longest-together', offeringJoin(card(long, longest), long, long, language)),
    shown('longest-joined', offeringParts(card(both(longest), longest), both(longest), language)),
  ];
}

/** Words that are or may be a reply, and words of somebody who may not submit. */
function replyCases(shortest: Said, longest: Said, language: Language): Case[] {
  const made = (said: Said, side: 'leader' | 'unit') => {
    const [first, second] = said.units.map((unit, at) => {
      const request = { id: idOf<RequestId>(`${at}`), number: 'FØ-2026-0042', text: said.request };
      return { request, side, unit, receiver: { former: null, instead: null } as Receiver };
    });
    if (!first || !second) throw new Error('there are two units');
    const kept = draft(side === 'leader' ? said.comment : said.question);
    return { first, both: { draft: kept, files: said === longest ? attachments(said) : [], answers: [first, second] } };
  };
  const [short, long, owner] = [made(shortest, 'leader'), made(longest, 'leader'), made(shortest, 'unit')];
  const none = { ...owner.both, answers: [] };
  const nobody: Receiver = { former: null, instead: 'administrators' };
  const moved = ({ units }: Said): Receiver => ({ former: units[1] ?? '', instead: 'administrators' });
  return [
    shown('to-unit', replyCard(short.both, short.first, true, language)),
    shown('to-leader', replyCard(owner.both, owner.first, false, language)),
    shown('longest', replyCard(long.both, long.first, true, language)),
    shown('to-another-unit', replyCard(short.both, { ...short.first, receiver: moved(shortest) }, true, language)),
    shown('leader-left', replyCard(owner.both, { ...owner.first, receiver: nobody }, false, language)),
    shown('longest-moved', replyCard(long.both, { ...long.first, receiver: moved(longest) }, true, language)),
    shown('two-questions', whichCard(short.both, language)),
    shown('longest', whichCard(long.both, language)),
    shown('too-long', whichCard({ ...short.both, draft: draft(longest.request) }, language)),
    shown('of-owner', keptCard(owner.both, true, language)),
    shown('wish-of-owner', keptCard(none, true, language)),
    shown('longest', keptCard({ ...long.both, answers: [] }, false, language)),
    shown('file-of-owner', keptCard({ ...none, draft: draft(''), files: attachments(shortest) }, true, language)),
    shown('reply-not-sent', replyKeptCard(draft(shortest.comment), language)),
  ];
}

const mayAnswer = ({ request, units }: Said): Answered => ({
  request: { id: idOf('1'), number: 'FØ-2026-0042', text: request },
  side: 'leader',
  unit: units[0] ?? '',
  receiver: { former: null, instead: null },
});

function keptDraftCases(shortest: Said, longest: Said, language: Language): Case[] {
  const waits = (said: Said, count: number, answers: readonly Answered[] = []) =>
    draftsWaitCard(
      {
        drafts: Array.from({ length: count }, () => draft(said.request)),
        organisation: organisation(said, language),
        firstDeletedOn: '2027-05-21',
        answers,
      },
      language,
    );
  return [
    shown('shortest', waits(shortest, 1)),
    shown('some', waits(shortest, 3)),
    shown('longest', waits(longest, 40)),
    shown('reply', waits(shortest, 1, [mayAnswer(shortest)])),
    shown('longest-reply', waits(longest, 40, [mayAnswer(longest)])),
  ];
}

function noticeCases(longest: Said, language: Language): Case[] {
  const campaign = campaignTexts[language];
  const edge = edgeTexts[language];
  const request = requestTexts[language];
  const see = button('show-campaign', campaign.see, { campaignId: '1' });
  const handedOver = request.handedOverNow('FØ-2026-0042', longest.units[0]);
  return [
    shown('which-number', numberCard(language)),
    shown('number-named', noticeCard(draftTexts[language].sendAgain)),
    ...refusals.map((refusal) => shown(refusal, noticeCard(refusalTexts[language][refusal]))),
    shown('defect', noticeCard(edge.defect('0f3a91bc'))),
    shown('only-in-private', noticeCard(edge.onlyInPrivate)),
    shown('handed-over', noticeCard(handedOver, [button('list-inbox', request.inbox)])),
    shown(
      'draft-discarded',
      noticeCard(draftTexts[language].discarded, [button('open-request-form', request.another)]),
    ),
    shown('form-closed', noticeCard(requestFormTexts[language].nothingSent)),
    shown('campaign-started', noticeCard(campaign.started(117), [see], campaign.leftOut(3))),
    shown('prompts-snoozed', noticeCard(campaign.snoozed)),
    shown('prompts-stopped', noticeCard(campaign.stopped)),
    shown('prompts-resumed', noticeCard(campaign.resumed)),
  ];
}
