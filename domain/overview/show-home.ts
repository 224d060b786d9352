import { z } from 'zod';
import { anyone, isAdmin, isManager, mayAnswer, maySubmit } from '../people/roles.ts';
import { done, type Result } from '../refusal.ts';
import { type Inbox, inboxOf, type Mine, mineOf } from '../requests/lists.ts';
import { useCase } from '../use-case.ts';
import { type Digest, digestNow } from './digest.ts';

export interface Home {
  mine: Mine | null;
  inbox: Inbox | null;
  digest: Digest | null;
  mayStartCampaigns: boolean;
}

/** The content of a person's Home: the lists of their roles, with null for each role that they lack. */
export const showHome = useCase({
  name: 'show-home',
  does: 'look-up',
  input: z.object({}),
  allows: anyone,
  async run(world, actor): Promise<Result<Home>> {
    const [mine, inbox, digest] = await Promise.all([
      maySubmit(actor) ? mineOf(world, actor) : null,
      mayAnswer(actor) ? inboxOf(world, actor) : null,
      isManager(actor) ? digestNow(world, actor) : null,
    ]);
    return done({ mine, inbox, digest, mayStartCampaigns: isAdmin(actor) });
  },
});

/** Gives the person's Home on its opening, and notes that it is to be kept current from now on. */
export const keepHome = useCase({
  name: 'keep-home',
  does: 'setting',
  pressable: false,
  input: z.object({}),
  allows: anyone,
  async run(world, actor) {
    await world.people.setHomeShown(actor.id);
    return done({});
  },
});
