import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { fileId } from '../../input.ts';
import type { Person } from '../../people/person.ts';

/**
 * A file could not be kept. Its sender must send it in another way, so the message waits for office hours, as a
 * question does.
 */
export const fileRefused = defineMessage({
  kind: 'file-refused',
  payload: z.object({ fileId }),
  class: 'question',
  async recipients(world, { fileId }) {
    const file = await world.attachments.byId(fileId);
    return only(file ? [{ id: file.by }] : []);
  },
  content: (world, _reader: Person, { fileId }) => world.attachments.byId(fileId),
});
