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

/** What a person's Home shows: all that their roles give them, null where a role is not theirs. */
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

/** The person has opened their Home: from now on it is kept current. */
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
