import { z } from 'zod';
import { done } from '../refusal.ts';
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
