import { campaignPromptCard } from '../../cards/campaigns/campaign-prompt.ts';
import type { Card } from '../../cards/card.ts';
import { commentCard } from '../../cards/conversation/comment.ts';
import { fileRefusedCard } from '../../cards/conversation/files.ts';
import { digestCard } from '../../cards/overview/digest.ts';
import { helpCard } from '../../cards/overview/help.ts';
import { text } from '../../cards/parts.ts';
import { joinCard } from '../../cards/people/join.ts';
import { answerCard, requestCard } from '../../cards/requests/request.ts';
import type { PersonMessage, PersonMessageKind } from '../../domain/delivery/message.ts';
import { digestFor, isQuietWeek } from '../../domain/overview/digest.ts';
import type { Person } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { type RequestView, viewRequest } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { requestTexts } from '../../locales/requests/request.ts';

type Rendering<Kind extends PersonMessageKind> = (
  world: World,
  reader: Person,
  message: Extract<PersonMessage, { kind: Kind }>,
  language: Language,
) => Promise<Card | null>;

/** The card of each kind of message as things stand at delivery; null when the matter is settled meanwhile. */
const renderings: { [Kind in PersonMessageKind]: Rendering<Kind> } = {
  async 'campaign-prompt'(world, reader, { campaignId }, language) {
    const campaign = await world.campaigns.byId(campaignId);
    return campaign && !reader.promptsStopped ? campaignPromptCard(campaign, language) : null;
  },

  async 'request-arrived'(world, reader, { requestId }, language) {
    const view = await viewById(world, reader, requestId);
    if (!view || !awaitsAnswer(view.request.state)) return null;
    // An administrator is told where no owner can be reached.
    if (!view.may.answer && view.relation !== 'admin') return null;
    return requestCard(view, language, requestTexts[language].arrivedTitle(view.request.number));
  },

  async 'answer-given'(world, reader, { requestId }, language) {
    const view = await viewById(world, reader, requestId);
    return view?.answer ? answerCard(view, view.answer, language) : null;
  },

  async 'request-delivered'(world, reader, { requestId }, language) {
    const view = await viewById(world, reader, requestId);
    return view && requestCard(view, language, requestTexts[language].deliveredTitle(view.request.number));
  },

  async 'request-withdrawn'(world, reader, { requestId }, language) {
    const view = await viewById(world, reader, requestId);
    return view && requestCard(view, language, requestTexts[language].withdrawnTitle(view.request.number));
  },

  async 'comment-given'(world, reader, { requestId, commentId }, language) {
    const view = await viewById(world, reader, requestId);
    const shown = view?.comments.find(({ comment }) => comment.id === commentId);
    return view && shown ? commentCard(view, shown, 'chat', language) : null;
  },

  async 'file-refused'(world, _reader, { fileId }, language) {
    const file = await world.attachments.byId(fileId);
    return file && fileRefusedCard(file, language);
  },

  async 'join-asked'(world, _reader, { joinId }, language) {
    const join = await world.joins.byId(joinId);
    return join?.state === 'asked' ? joinCard(join, language) : null;
  },

  async 'let-in'(world, reader, _message, language) {
    const help = helpCard(reader, world.organisation, language);
    return { ...help, blocks: [text(joinTexts[language].welcome, 'strong'), ...help.blocks] };
  },

  async 'weekly-digest'(world, reader, { week }, language) {
    const digest = await digestFor(world, reader, week);
    return isQuietWeek(digest) ? null : digestCard(digest, language);
  },
};

async function viewById(world: World, reader: Person, requestId: string): Promise<RequestView | null> {
  const request = await world.requests.byId(requestId);
  return request && viewRequest(world, reader, request);
}

export function renderMessage(
  world: World,
  reader: Person,
  message: PersonMessage,
  language: Language,
): Promise<Card | null> {
  const rendering = renderings[message.kind] as Rendering<PersonMessageKind>;
  return rendering(world, reader, message, language);
}
