import { campaignForm } from '../../cards/campaigns/campaign-form.ts';
import { type Block, blank } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { openCampaignForm, startCampaign } from '../../domain/campaigns/start-campaign.ts';
import { setPrompts } from '../../domain/people/preferences.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { card, does, form, handler } from '../handler.ts';

export const campaigns = {
  'open-campaign-form': handler(openCampaignForm, {
    done: ({ language }, audience) => form(campaignForm(audience, blank, language)),
  }),

  'start-campaign': handler(startCampaign, {
    done({ language }, { asked, leftOut }) {
      const words = campaignTexts[language];
      return card(noticeCard(words.started(asked), [], leftOut > 0 ? words.leftOut(leftOut) : null));
    },
    async refused(asking, { refusal, problems, input }) {
      if (refusal === 'sent-already') {
        const words: Block[] = [{ block: 'quote', text: input.question ?? '' }];
        return card({ ...noticeCard(refusalTexts[asking.language][refusal]), blocks: words }, 'below');
      }
      if (refusal !== 'invalid-input') return null;
      const opened = await does(asking, openCampaignForm, {});
      return opened.ok ? form(campaignForm(opened.value, { values: input, problems }, asking.language)) : null;
    },
  }),

  'set-prompts': handler(setPrompts, {
    done({ language }, { prompts }) {
      const words = campaignTexts[language];
      const said = { snooze: words.snoozed, stop: words.stopped, resume: words.resumed };
      return card(noticeCard(said[prompts]));
    },
  }),
};
