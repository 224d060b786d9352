import { z } from 'zod';
import { defineMessage, only } from '../../../delivery/message.ts';
import { joinId } from '../../../input.ts';
import type { Person } from '../../person.ts';
import { administratorsOf, isAdmin } from '../../roles.ts';
import { earlierRefusal } from '../join-decision.ts';

/** A person who is not on the list asks the administrators to be let in. */
export const joinAsked = defineMessage({
  kind: 'join-asked',
  payload: z.object({ joinId }),
  class: 'request',
  recipients: async (world) => only(await administratorsOf(world)),
  async content(world, reader: Person, { joinId }) {
    const join = isAdmin(reader) ? await world.joins.byId(joinId) : null;
    return join?.state === 'asked' ? { join, refusal: await earlierRefusal(world, join) } : null;
  },
});
