import { z } from 'zod';
import { pageFrom } from '../input.ts';
import { isManager } from '../people/roles.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { digestNow, digestPage, digestSections } from './digest.ts';

/** Gives the status-overblik of a manager's own area, with each request in its present state. */
export const showDigest = useCase({
  name: 'show-digest',
  does: 'look-up',
  input: z.object({}),
  allows: isManager,
  async run(world, actor) {
    return done(await digestNow(world, actor));
  },
});

/** Gives one of the lists of a status-overblik to its end; `to` is the last day of the overview. */
export const listDigest = useCase({
  name: 'list-digest',
  does: 'look-up',
  input: z.object({ section: z.enum(digestSections), to: z.iso.date(), from: pageFrom }),
  allows: isManager,
  run: async (world, actor, { section, to, from }) => done(await digestPage(world, actor, { section, to, from })),
});
