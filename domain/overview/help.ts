import { z } from 'zod';
import { helpTopics } from '../conversation/intents/intent.ts';
import { anyone } from '../people/roles.ts';
import { done } from '../refusal.ts';
import { useCase } from '../use-case.ts';

/** Gives the text about the bot, or about the topic, and what this person can do here; the first meeting shows it too. */
export const help = useCase({
  name: 'help',
  does: 'look-up',
  input: z.object({ topic: z.enum(helpTopics).optional() }),
  allows: anyone,
  run: async (_world, _actor, { topic }) => done({ topic: topic ?? null }),
});
