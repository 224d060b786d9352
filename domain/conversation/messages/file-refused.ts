import { z } from 'zod';
import { defineMessage, only } from '../../delivery/message.ts';
import { fileId, personId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { type Attachment, fileProblems } from '../../requests/record/attachment.ts';

/** A file that was not kept, and why. */
export interface RefusedFile {
  name: string;
  problem: NonNullable<Attachment['problem']>;
}

/** So soon after it was sent, its sender is still there. */
const soonMs = 10 * 60_000;

const payload = z.object({
  name: z.string().optional(),
  problem: z.enum(fileProblems).optional(),
  by: personId.optional(),
  at: z.coerce.date().optional(),
  /** In rows of an earlier version, which have nothing else. */
  fileId: fileId.optional(),
});

/**
 * A file could not be kept. It is the reply to sending it, or, when it took long to find out, something that its sender
 * must do once more, which waits for office hours.
 */
export const fileRefused = defineMessage({
  kind: 'file-refused',
  payload,
  async class(world, _to, given) {
    const { at } = (await told(world, given)) ?? {};
    return at && world.now().getTime() - at.getTime() < soonMs ? 'reply' : 'question';
  },
  async recipients(world, given) {
    const { by } = (await told(world, given)) ?? {};
    return only(by ? [{ id: by }] : []);
  },
  async content(world, _reader: Person, given): Promise<RefusedFile | null> {
    const { name, problem } = (await told(world, given)) ?? {};
    return name !== undefined && problem ? { name, problem } : null;
  },
});

async function told(world: World, given: z.output<typeof payload>) {
  return given.fileId === undefined ? given : world.attachments.byId(given.fileId);
}
