import { campaignCard, campaignsCard } from '../../cards/campaigns/campaign.ts';
import { campaignForm } from '../../cards/campaigns/campaign-form.ts';
import { blank } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { keptFirstCard } from '../../cards/requests/kept-first.ts';
import { cancelCampaign } from '../../domain/campaigns/cancel-campaign.ts';
import { listCampaigns, showCampaign } from '../../domain/campaigns/show-campaigns.ts';
import { openCampaignForm, startCampaign } from '../../domain/campaigns/start-campaign.ts';
import { setPrompts } from '../../domain/people/preferences.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { card, does, form, handler, refusalReply } from '../handler.ts';

export const campaigns = {
  'open-campaign-form': handler(openCampaignForm, {
    done: ({ language }, audience) => form(campaignForm(audience, blank, language)),
  }),

  'start-campaign': handler(startCampaign, {
    done({ language }, { asked, leftOut, campaignId }) {
      const words = campaignTexts[language];
      const see = campaignId === undefined ? [] : [button('show-campaign', words.see, { campaignId })];
      return card(noticeCard(words.started(asked), see, leftOut > 0 ? words.leftOut(leftOut) : null));
    },
    async refused(asking, { refusal, problems, input, earlier }) {
      if (refusal === 'sent-already') {
        const campaignId = earlier?.campaignId;
        const first = campaignId === undefined ? null : await asking.world.campaigns.byId(campaignId);
        const sent = { kept: first?.question ?? null, typed: [input.question ?? ''], requestId: null };
        return card(keptFirstCard(sent, asking.language), 'below');
      }
      if (refusal !== 'invalid-input') return null;
      const opened = await does(asking, openCampaignForm, {});
      return opened.ok ? form(campaignForm(opened.value, { values: input, problems }, asking.language)) : null;
    },
  }),

  'list-campaigns': handler(listCampaigns, {
    done: ({ language }, campaigns) => card(campaignsCard(campaigns, language), 'below'),
  }),

  'show-campaign': handler(showCampaign, {
    done: ({ language }, progress) => card(campaignCard(progress, language), 'below'),
  }),

  'cancel-campaign': handler(cancelCampaign, {
    async done(asking, { campaignId }) {
      const shown = await does(asking, showCampaign, { campaignId });
      return shown.ok ? card(campaignCard(shown.value, asking.language)) : refusalReply(shown.refusal, asking.language);
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
