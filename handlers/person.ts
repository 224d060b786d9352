import { helpCard } from '../cards/help.ts';
import { noticeCard } from '../cards/notice.ts';
import { roomCard } from '../cards/room.ts';
import { decideJoin } from '../domain/use-cases/decide-join.ts';
import { help } from '../domain/use-cases/help.ts';
import { setLanguage } from '../domain/use-cases/set-language.ts';
import { joinTexts } from '../locales/join.ts';
import { card, handler } from './handler.ts';

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
