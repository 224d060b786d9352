import { z } from 'zod';
import { anyone } from '../people/roles.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';

/** Says what the bot does and what this person can do here; also the first meeting. */
export const help = useCase({
  name: 'help',
  does: 'look-up',
  input: z.object({}),
  allows: anyone,
  run: async () => done({}),
});
