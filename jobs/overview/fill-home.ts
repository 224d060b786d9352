import { homeCardFor } from '../../cards/overview/home.ts';
import { withoutChat } from '../../domain/context.ts';
import type { Payload } from '../../domain/index.ts';
import { showHome } from '../../domain/overview/show-home.ts';
import { perform } from '../../domain/perform.ts';
import { platforms } from '../../domain/vocabulary.ts';
import type { Work } from '../delivery.ts';
import { noteSeen } from '../log-event.ts';

/** Fills a person's Home tab on every platform that has one. */
export const publishHome: Work<Payload<'home'>> = {
  async run({ world, channels, log }, { personId }) {
    const person = await world.people.byId(personId);
    if (!person?.active) return;
    for (const platform of platforms) {
      const [channel, place] = [channels[platform], person.places[platform]];
      if (!place || !channel?.publishHome) continue;
      const home = await perform({
        world,
        useCase: showHome,
        actor: person,
        input: {},
        context: withoutChat,
        idempotencyKey: null,
      });
      if (!home.ok) throw new Error(`the Home tab of a person was refused: ${home.refusal}`);
      const language = person.language ?? world.organisation.language;
      const card = homeCardFor(home.value, language);
      await channel.publishHome(place, card, language);
      noteSeen(log, card, { organisation: world.organisation.id, reader: person.id, way: 'home' });
    }
  },
};
