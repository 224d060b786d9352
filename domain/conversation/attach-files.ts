import { z } from 'zod';
import { enqueue } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import { nameOfMessage } from '../delivery/posting.ts';
import type { AboutId, DraftId, RequestId } from '../ids.ts';
import { aboutId } from '../input.ts';
import type { Person } from '../people/person.ts';
import { anyone } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import type { Draft } from '../requests/drafts/draft.ts';
import { type Attachment, fileLimits } from '../requests/record/attachment.ts';
import { relationsTo } from '../requests/visibility.ts';
import { plainText } from '../text/clean-text.ts';
import { findCprNumbers } from '../text/cpr/find.ts';
import { useCase } from '../use-case.ts';
import { fetchFile } from './fetch-file.ts';
import { fileRefused, type RefusedFile } from './messages/file-refused.ts';

/** A picture belongs to the sender's draft when that draft is younger than this. */
const recentMs = 60 * 60_000;

/** Neither platform sends as many files in one message, so a longer list is refused. */
const mostFiles = 50;

/** What became of the files of a message. */
export interface Attached {
  /** Where those that can be kept are; null when none of them made a draft. */
  about: AboutId | null;
  is: Target['is'] | null;
  /** How many will be looked through. */
  count: number;
  /** Those that can be told to be refused already, which the reply says. */
  refused: readonly RefusedFile[];
}

/**
 * Attaches the files of a message to the draft or request that the message is about, else to the draft that the person
 * wrote within the last hour, else to a new draft that waits for words. A background task fetches their content and looks
 * them through. Files that are refused at once make no draft.
 */
export const attachFiles = useCase({
  name: 'attach-files',
  does: 'change',
  pressable: false,
  input: z.object({ about: aboutId.optional() }),
  allows: anyone,
  async run(world, actor, { about }, { room, message }): Promise<Result<Attached>> {
    const files = message?.files ?? [];
    if (message === null || files.length === 0 || files.length > mostFiles) return refuse('stale-card');
    const given = about === undefined ? await recentDraft(world, actor) : await ownOrShared(world, actor, about);
    if (given === null && about !== undefined) return refuse('not-found');
    let left = fileLimits.perRequest - (given ? (await world.attachments.of(given.about)).length : 0);
    const refused: RefusedFile[] = [];
    const wanted = files.filter(({ name, size }) => {
      const problem = size > fileLimits.bytes ? 'too-large' : left <= 0 ? 'too-many' : null;
      if (problem) refused.push({ name: cleanName(name), problem });
      else left--;
      return problem === null;
    });
    const target = given ?? (wanted.length === 0 ? null : await newDraft(world, actor));
    for (const [index, { name, size, platform, reference }] of wanted.entries()) {
      if (target === null) throw new Error('files that are wanted have a target');
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
        message: nameOfMessage(message.at),
      };
      await world.attachments.add(attachment);
      await enqueue(world, fetchFile, { fileId: attachment.id });
    }
    // In a channel everybody reads the reply.
    if (room) for (const one of refused) await notify(world, fileRefused, { ...one, by: actor.id, at: world.now() });
    // With words, the message has a posting already.
    if (about === undefined && target)
      await world.postings.put({ ...message.at, about: target.about, kind: 'files', to: actor.id });
    return done({ about: target?.about ?? null, is: target?.is ?? null, count: wanted.length, refused });
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

async function recentDraft(world: World, actor: Person): Promise<Target | null> {
  const [newest] = await world.drafts.ofPerson(actor.id);
  const isRecent = newest && world.now().getTime() - newest.createdAt.getTime() < recentMs;
  return isRecent ? { about: newest.id, is: 'draft' } : null;
}

async function newDraft(world: World, actor: Person): Promise<Target> {
  const draft: Draft = { id: world.newId(), personId: actor.id, text: '', createdAt: world.now() };
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
