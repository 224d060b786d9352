import { z } from 'zod';
import { defineMessage, only } from '../../../delivery/message.ts';
import { id } from '../../../input.ts';
import { hasRole, type Person } from '../../organisation.ts';

/** Somebody who is not on the list asks the administrators to be let in. */
export const joinAsked = defineMessage({
  kind: 'join-asked',
  payload: z.object({ joinId: id }),
  class: 'request',
  recipients: async (world) => only((await world.people.all()).filter((person) => hasRole(person, 'admin'))),
  async content(world, _reader: Person, { joinId }) {
    const join = await world.joins.byId(joinId);
    return join?.state === 'asked' ? join : null;
  },
});
