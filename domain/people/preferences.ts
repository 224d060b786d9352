import { DateTime } from 'luxon';
import { z } from 'zod';
import { done } from '../refusal.ts';
import { zone } from '../time/local-time.ts';
import { useCase } from '../use-case.ts';
import { languages } from '../vocabulary.ts';
import { anyone } from './roles.ts';

export const setLanguage = useCase({
  name: 'set-language',
  does: 'setting',
  input: z.object({ language: z.enum(languages) }),
  allows: anyone,
  async run(world, actor, { language }) {
    await world.people.setLanguage(actor.id, language);
    return done({ language });
  },
});

/** Snoozes campaign prompts for a week, turns them off, or turns them on again; every prompt offers it. */
export const setPrompts = useCase({
  name: 'set-prompts',
  does: 'setting',
  input: z.object({ prompts: z.enum(['snooze', 'stop', 'resume']) }),
  allows: anyone,
  async run(world, actor, { prompts }) {
    const inAWeek = DateTime.fromJSDate(world.now(), { zone }).plus({ weeks: 1 }).toJSDate();
    await world.people.setPrompts(actor.id, {
      promptsSnoozedUntil: prompts === 'snooze' ? inAWeek : null,
      promptsStopped: prompts === 'stop',
    });
    return done({ prompts });
  },
});
