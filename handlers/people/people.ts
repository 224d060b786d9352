import { noticeCard } from '../../cards/notice.ts';
import { helpCard } from '../../cards/overview/help.ts';
import { decideJoin } from '../../domain/people/join/decide-join.ts';
import { setLanguage } from '../../domain/people/set-language.ts';
import { setPrompts } from '../../domain/people/set-prompts.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { card, handler } from '../handler.ts';

export const people = {
  'decide-join': handler(decideJoin, {
    done({ language }, { name, decision }) {
      const words = joinTexts[language];
      return card(noticeCard(decision === 'letIn' ? words.wasLetIn(name) : words.wasTurnedDown(name)));
    },
  }),

  'set-language': handler(setLanguage, {
    done: ({ world, actor }, { language }) => card(helpCard(actor, world.organisation, language)),
  }),

  'set-prompts': handler(setPrompts, {
    done({ language }, { prompts }) {
      const words = campaignTexts[language];
      const said = { snooze: words.snoozed, stop: words.stopped, resume: words.resumed };
      return card(noticeCard(said[prompts]));
    },
  }),
};
