import { helpCard } from '../cards/help.ts';
import { help } from '../domain/use-cases/help.ts';
import { setLanguage } from '../domain/use-cases/set-language.ts';
import { card, handler } from './handler.ts';

export const person = {
  help: handler(help, {
    done: ({ world, actor, language }) => card(helpCard(actor, world.organisation, language)),
  }),

  'set-language': handler(setLanguage, {
    done: ({ world, actor }, { language }) => card(helpCard(actor, world.organisation, language)),
  }),
};
