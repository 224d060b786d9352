import { z } from 'zod';
import { enqueue } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import type { AboutId, DraftId, RequestId } from '../ids.ts';
import { aboutId } from '../input.ts';
import type { Person } from '../people/person.ts';
import { anyone } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, refuse } from '../refusal.ts';
import type { Draft } from '../requests/drafts/draft.ts';
import { type Attachment, fileLimits } from '../requests/record/attachment.ts';
import { relationsTo } from '../requests/visibility.ts';
import { plainText } from '../text/clean-text.ts';
import { findCprNumbers } from '../text/cpr/find.ts';
import { useCase } from '../use-case.ts';
import { fetchFile, forgotten } from './fetch-file.ts';
import { fileRefused } from './messages/file-refused.ts';

/** A picture belongs to the sender's draft when that draft is younger than this. */
const recentMs = 60 * 60_000;

/** Neither platform sends as many files in one message, so a longer list is refused. */
const mostFiles = 50;

/**
 * Attaches the files of a message to the draft or request that the message is about, else to the draft that the person
 * wrote within the last hour, else to a new draft that waits for words. A background task fetches their content.
 */
export const attachFiles = useCase({
  name: 'attach-files',
  does: 'change',
  pressable: false,
  input: z.object({ about: aboutId.optional() }),
  allows: anyone,
  async run(world, actor, { about }, { message }) {
    const files = message?.files ?? [];
    if (message === null || files.length === 0 || files.length > mostFiles) return refuse('stale-card');
    const target = about === undefined ? await draftFor(world, actor) : await ownOrShared(world, actor, about);
    if (target === null) return refuse('not-found');
    let kept = (await world.attachments.of(target.about)).length;
    for (const [index, { name, size, platform, reference }] of files.entries()) {
      const attachment: Attachment = {
        id: world.newId(),
        about: target.about,
        by: actor.id,
        // A millisecond between them keeps the list in the order of sending.
        at: new Date(world.now().getTime() + index),
        name: cleanName(name),
        size,
        type: null,
        state: 'fetching',
        problem: null,
        source: { platform, reference },
      };
      const problem = kept >= fileLimits.perRequest ? 'too-many' : size > fileLimits.bytes ? 'too-large' : null;
      if (!problem) kept++;
      await world.attachments.add(
        problem ? { ...attachment, state: 'refused', problem, ...forgotten(attachment) } : attachment,
      );
      if (problem) await notify(world, fileRefused, { fileId: attachment.id });
      else await enqueue(world, fetchFile, { fileId: attachment.id });
    }
    // With a target, the words of the message have a posting already.
    if (about === undefined)
      await world.postings.put({ ...message.at, about: target.about, kind: 'words', to: actor.id });
    return done(target);
  },
});

/** Gives a file's name as we store it: one line, at most 150 characters, with its whole ending. */
function cleanName(name: string): string {
  const kept = withoutCpr(plainText(name).replace(/[\n/\\]/g, ' '))
    .trim()
    .slice(-fileLimits.nameLength)
    // Half an emoji is invalid in an address, so nobody could open the file.
    .replace(/^[\uDC00-\uDFFF]/, '');
  return kept || '?';
}

/** Machines name files more often than people do, so we keep the file and replace the digits. */
function withoutCpr(name: string): string {
  return findCprNumbers(name).length === 0 ? name : name.replace(/\d/g, 'x');
}

type Target = { about: DraftId; is: 'draft' } | { about: RequestId; is: 'request' };

async function draftFor(world: World, actor: Person): Promise<Target> {
  const [newest] = await world.drafts.ofPerson(actor.id);
  const at = world.now();
  if (newest && at.getTime() - newest.createdAt.getTime() < recentMs) return { about: newest.id, is: 'draft' };
  const draft: Draft = { id: world.newId(), personId: actor.id, text: '', createdAt: at };
  await world.drafts.add(draft);
  return { about: draft.id, is: 'draft' };
}

async function ownOrShared(world: World, actor: Person, about: AboutId): Promise<Target | null> {
  const draft = await world.drafts.byId(about);
  if (draft?.personId === actor.id) return { about: draft.id, is: 'draft' };
  const request = await world.requests.byId(about);
  const relations = request ? await relationsTo(world, actor, request) : [];
  const isParty = relations.includes('leader') || relations.includes('owner');
  return request && isParty ? { about: request.id, is: 'request' } : null;
}
