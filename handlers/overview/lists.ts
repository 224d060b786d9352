import { digestCard } from '../../cards/overview/digest.ts';
import { homeCardFor } from '../../cards/overview/home.ts';
import { inboxCard, mineCard } from '../../cards/requests/lists.ts';
import { showDigest } from '../../domain/overview/show-digest.ts';
import { showHome } from '../../domain/overview/show-home.ts';
import { listInbox } from '../../domain/requests/flows/list-inbox.ts';
import { listMine } from '../../domain/requests/flows/list-mine.ts';
import { card, handler } from '../handler.ts';

export const lists = {
  'show-home': handler(showHome, {
    async done({ world, actor, language }, home) {
      if (!actor.homeShown) await world.people.setHomeShown(actor.id);
      return card(homeCardFor(home, language));
    },
  }),

  'list-mine': handler(listMine, {
    done: ({ language }, { requests, drafts }) => card(mineCard(requests, drafts, language), 'below'),
  }),

  'list-inbox': handler(listInbox, {
    done: ({ language }, { units, requests }) => card(inboxCard(units, requests, language), 'below'),
  }),

  'show-digest': handler(showDigest, {
    done: ({ language }, digest) => card(digestCard(digest, language), 'below'),
  }),
};
