import { turnedDownCard } from '../../cards/people/join.ts';
import { classes } from '../../domain/delivery/classes.ts';
import type { Payload } from '../../domain/index.ts';
import type { Work } from '../delivery.ts';

/** Tells a person who was turned down, in the chat that they asked from. */
export const tellAtTheDoor: Work<Payload<'tell-turned-down'>> = {
  async run({ world, channels }, { joinId, hadWords }) {
    const join = await world.joins.byId(joinId);
    const channel = join && channels[join.platform];
    if (!join || !channel || join.state !== 'turnedDown') return;
    // They asked again, and were let in before this went out.
    const all = await world.joins.of(join.platform, join.place.user);
    if (all.some(({ state }) => state === 'letIn')) return;
    const language = join.language ?? world.organisation.language;
    const card = turnedDownCard(world.organisation, hadWords, language);
    await channel.post(join.place, card, language, { rank: classes.answer.rank });
  },
};
