import { roomCard } from '../../cards/channels/room.ts';
import { noticeCard } from '../../cards/notice.ts';
import { helpCard } from '../../cards/overview/help.ts';
import { help } from '../../domain/overview/help.ts';
import { decideJoin } from '../../domain/people/join/decide-join.ts';
import { setLanguage } from '../../domain/people/set-language.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { card, handler } from '../handler.ts';

export const person = {
  help: handler(help, {
    done: ({ world, actor, language, room }) =>
      card(room ? roomCard(world.organisation.name, room, language) : helpCard(actor, world.organisation, language)),
  }),

  'decide-join': handler(decideJoin, {
    done({ language }, { name, decision }) {
      const words = joinTexts[language];
      return card(noticeCard(decision === 'letIn' ? words.wasLetIn(name) : words.wasTurnedDown(name)));
    },
  }),

  'set-language': handler(setLanguage, {
    done: ({ world, actor }, { language }) => card(helpCard(actor, world.organisation, language)),
  }),
};
