import { noticeCard } from '../../cards/notice.ts';
import { decideJoin } from '../../domain/people/join/decide-join.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { card, handler } from '../handler.ts';

export const people = {
  'decide-join': handler(decideJoin, {
    done({ language }, { name, decision }) {
      const words = joinTexts[language];
      return card(noticeCard(decision === 'letIn' ? words.wasLetIn(name) : words.wasTurnedDown(name)));
    },
  }),
};
