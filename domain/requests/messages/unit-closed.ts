import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { unitId } from '../../input.ts';
import { unitName } from '../../people/organisation.ts';
import type { Person } from '../../people/person.ts';
import { handlersOfUnit } from './audience.ts';

/**
 * A unit was closed or merged into another one: `into` received this many of its open requests. With `into` null the
 * message is for the process owners of the closed unit, whose requests went to several units.
 */
export const unitClosed = defineMessage({
  kind: 'unit-closed',
  payload: z.object({ unit: unitId, into: unitId.nullable(), requests: z.int() }),
  class: 'handover',
  recipients: async (world, { unit, into }) =>
    into === null ? only(await world.people.ownersOf(unit)) : handlersOfUnit(world, into),
  async content({ organisation }, _reader: Person, { unit, into, requests }) {
    return { unit: unitName(organisation, unit), into: into && unitName(organisation, into), requests };
  },
});
