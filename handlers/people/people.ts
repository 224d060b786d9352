import { noticeCard } from '../../cards/notice.ts';
import { joinDecidedCard } from '../../cards/people/join.ts';
import { joinId } from '../../domain/input.ts';
import { decideJoin } from '../../domain/people/join/decide-join.ts';
import { decisionOf } from '../../domain/people/join/join-decision.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { card, handler } from '../handler.ts';

export const people = {
  'decide-join': handler(decideJoin, {
    done({ language }, { name, decision }) {
      const words = joinTexts[language];
      const said = { letIn: words.wasLetIn, turnedDown: words.wasTurnedDown, listed: words.isListed }[decision];
      return card(noticeCard(said(name)));
    },
    async refused({ world, language }, { refusal, input }) {
      const { data } = joinId.safeParse(input.joinId);
      const join = refusal === 'decided-already' && data !== undefined ? await world.joins.byId(data) : null;
      const decided = join && (await decisionOf(world, join));
      return decided && card(joinDecidedCard(join.name, decided, language));
    },
  }),
};
