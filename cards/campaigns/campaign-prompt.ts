import type { Campaign } from '../../domain/campaigns/campaign.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';

/** The card of one prompt, with one obvious thing to do and buttons for snooze and opt-out beside it. */
export function campaignPromptCard(campaign: Campaign, language: Language): Card {
  const words = campaignTexts[language];
  return {
    name: 'campaign-prompt',
    title: campaign.question,
    blocks: [text(words.prompt)],
    actions: [
      button('open-request-form', words.write, {}, 'primary'),
      button('set-prompts', words.snooze, { prompts: 'snooze' }),
      button('set-prompts', words.stop, { prompts: 'stop' }),
    ],
  };
}
