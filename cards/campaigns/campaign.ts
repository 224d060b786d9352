import type { CampaignProgress } from '../../domain/campaigns/campaign-progress.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import type { Block, Card, ListItem, Mood } from '../card.ts';
import { button, excerpt, facts, text } from '../parts.ts';

/** The administrators' card of one campaign: how far it has come, with a button to stop it while it runs. */
export function campaignCard(progress: CampaignProgress, language: Language): Card {
  const words = campaignTexts[language];
  const { campaign, asked, waiting } = progress;
  const { is, mood } = stateOf(progress, language);
  const isRunning = waiting > 0;
  return {
    name: 'campaign',
    title: words.campaign,
    blocks: [
      { block: 'status', text: is, mood },
      { block: 'quote', text: campaign.question },
      ...facts([
        [words.startedOn, formatInstant(campaign.startedAt, language)],
        [words.asked, words.leaders(asked)],
        [words.waiting, isRunning ? words.leaders(waiting) : null],
      ]),
      ...(campaign.cancelledAt === null ? [] : [text(words.underWay, 'subtle')]),
    ],
    actions: isRunning ? [button('cancel-campaign', words.cancelCampaign, { campaignId: campaign.id }, 'danger')] : [],
  };
}

/** The newest campaigns, each with a button to its card. */
export function campaignsCard(all: readonly CampaignProgress[], language: Language): Card {
  const words = campaignTexts[language];
  const items = all.map((progress): ListItem => {
    const { campaign, asked, waiting } = progress;
    const count = waiting > 0 ? words.askedSoFar(asked, waiting) : words.leadersAsked(asked);
    const { is, mood } = stateOf(progress, language);
    return {
      title: excerpt(campaign.question),
      detail: [is, count].join(', '),
      mood,
      open: button('show-campaign', words.show, { campaignId: campaign.id }),
    };
  });
  const blocks: Block[] = items.length === 0 ? [text(words.noCampaigns)] : [{ block: 'list', items }];
  return {
    name: 'campaigns',
    title: words.campaigns,
    blocks,
    actions: [button('open-campaign-form', words.formTitle, {}, 'primary')],
  };
}

function stateOf({ campaign, waiting }: CampaignProgress, language: Language): { is: string; mood: Mood } {
  const words = campaignTexts[language];
  if (campaign.cancelledAt)
    return { is: words.cancelledOn(formatInstant(campaign.cancelledAt, language)), mood: 'neutral' };
  return waiting > 0 ? { is: words.running, mood: 'waiting' } : { is: words.ended, mood: 'good' };
}
