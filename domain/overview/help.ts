import { z } from 'zod';
import { anyone } from '../people/roles.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';

/** Gives the text about the bot and what this person can do here; the first meeting shows it too. */
export const help = useCase({
  name: 'help',
  does: 'look-up',
  input: z.object({}),
  allows: anyone,
  run: async () => done({}),
});
