import { z } from 'zod';
import { enqueue } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import { id } from '../input.ts';
import type { Person } from '../people/organisation.ts';
import type { World } from '../ports.ts';
import { done, refuse } from '../refusal.ts';
import { fileLimits } from '../requests/attachment.ts';
import { maySubmit } from '../requests/drafts/submit-request.ts';
import { relationsTo } from '../requests/visibility.ts';
import { plainText } from '../text/clean-text.ts';
import { findCprNumbers } from '../text/cpr/find.ts';
import { anyone, useCase } from '../use-case.ts';
import { platforms } from '../vocabulary.ts';
import { fetchFile } from './fetch-file.ts';
import { fileRefused } from './messages/file-refused.ts';

const file = z.strictObject({
  name: z.string().transform(
    (name) =>
      withoutCpr(plainText(name).replace(/[\n/\\]/g, ' '))
        .trim()
        .slice(-fileLimits.nameLength)
        // Half an emoji could stand in no address, so that the file would never be opened.
        .replace(/^[\uDC00-\uDFFF]/, '') || '?',
  ),
  size: z.number().min(0),
  platform: z.enum(platforms),
  reference: z.string().min(1).max(4000),
});

/** A name is given by a machine more often than by a person: the file is kept, the digits are not. */
function withoutCpr(name: string): string {
  return findCprNumbers(name).length === 0 ? name : name.replace(/\d/g, 'x');
}

/** What an edge tells of a file: where the platform keeps it, and what the platform says of it. */
export type IncomingFile = z.input<typeof file>;

const files = z
  .string()
  .max(100_000)
  .transform((json) => JSON.parse(json) as unknown)
  .pipe(z.array(file).min(1).max(50));

/** A draft of this age is what a picture sent now belongs to. */
const recentMs = 60 * 60_000;

/**
 * Files that came with a message: they belong to the draft or request that the message is about, else to the draft that
 * the person wrote within the last hour, else to a new draft that waits for words. Their content is fetched afterwards.
 */
export const attachFiles = useCase({
  name: 'attach-files',
  does: 'change',
  input: z.object({ about: id.optional(), files }),
  allows: anyone,
  async run(world, actor, { about, files }) {
    const target = about === undefined ? await draftFor(world, actor) : await ownOrShared(world, actor, about);
    if (target === null) return refuse(about === undefined ? 'not-allowed' : 'not-found');
    const earlier = await world.attachments.of(target.about);
    for (const [index, { name, size, platform, reference }] of files.entries()) {
      const attachment = {
        id: world.newId(),
        about: target.about,
        by: actor.id,
        // Apart by a millisecond, so that they are listed in the order in which they were sent.
        at: new Date(world.now().getTime() + index),
        name,
        size,
        type: null,
        state: 'fetching' as const,
        problem: null,
        source: { platform, reference },
      };
      const problem =
        earlier.length + index >= fileLimits.perRequest ? 'too-many' : size > fileLimits.bytes ? 'too-large' : null;
      await world.attachments.add(problem ? { ...attachment, state: 'refused', problem } : attachment);
      if (problem) await notify(world, fileRefused, { fileId: attachment.id });
      else await enqueue(world, fetchFile, { fileId: attachment.id });
    }
    return done(target);
  },
});

type Target = { about: string; is: 'draft' | 'request' };

async function draftFor(world: World, actor: Person): Promise<Target | null> {
  if (!maySubmit(actor)) return null;
  const [newest] = await world.drafts.ofPerson(actor.id);
  const at = world.now();
  if (newest && at.getTime() - newest.createdAt.getTime() < recentMs) return { about: newest.id, is: 'draft' };
  const draft = { id: world.newId(), personId: actor.id, text: '', createdAt: at };
  await world.drafts.add(draft);
  return { about: draft.id, is: 'draft' };
}

async function ownOrShared(world: World, actor: Person, about: string): Promise<Target | null> {
  if ((await world.drafts.byId(about))?.personId === actor.id) return { about, is: 'draft' };
  const request = await world.requests.byId(about);
  const relations = request ? await relationsTo(world, actor, request) : [];
  return relations.includes('leader') || relations.includes('owner') ? { about, is: 'request' } : null;
}
