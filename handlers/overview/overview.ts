import { roomCard } from '../../cards/channels/room.ts';
import { digestCard, digestPageCard } from '../../cards/overview/digest.ts';
import { helpCard } from '../../cards/overview/help.ts';
import { homeCardFor } from '../../cards/overview/home.ts';
import { parkedCard } from '../../cards/overview/parked.ts';
import { help } from '../../domain/overview/help.ts';
import { listParked, sendParkedAgain } from '../../domain/overview/parked/list-parked.ts';
import { listDigest, showDigest } from '../../domain/overview/show-digest.ts';
import { keepHome, showHome } from '../../domain/overview/show-home.ts';
import { setLanguage } from '../../domain/people/preferences.ts';
import { card, does, handler, refusalReply } from '../handler.ts';

export const overview = {
  'show-home': handler(showHome, {
    async done(asking, home) {
      if (!asking.actor.homeShown) await does(asking, keepHome, {});
      return card(homeCardFor(home, asking.language));
    },
  }),

  'show-digest': handler(showDigest, {
    done: ({ language }, digest) => card(digestCard(digest, language), 'below'),
  }),

  'list-digest': handler(listDigest, {
    done: ({ language }, page) => card(digestPageCard(page, language), page.turned ? 'here' : 'below'),
  }),

  'list-parked': handler(listParked, {
    done: ({ language }, parked) => card(parkedCard(parked, null, language), 'below'),
  }),

  'send-parked-again': handler(sendParkedAgain, {
    async done(asking, { count }) {
      const left = await does(asking, listParked, {});
      return left.ok
        ? card(parkedCard(left.value, count, asking.language))
        : refusalReply(left.refusal, asking.language);
    },
  }),

  'set-language': handler(setLanguage, {
    done: ({ world, actor }, { language }) => card(helpCard(actor, world.organisation, language)),
  }),

  help: handler(help, {
    done: ({ world, actor, language, context: { room } }, { topic }) =>
      card(room ? roomCard(world.organisation, room, language) : helpCard(actor, world.organisation, language, topic)),
  }),
};
