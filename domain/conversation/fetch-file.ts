import { z } from 'zod';
import { defineTask } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import { fileId } from '../input.ts';
import type { World } from '../ports.ts';
import { forgetDraft } from '../requests/drafts/discard-draft.ts';
import type { Looked } from '../requests/files/look-through.ts';
import type { Attachment, FileProblem } from '../requests/record/attachment.ts';
import { showChange } from '../requests/request-changed.ts';
import { fileRefused } from './messages/file-refused.ts';

/** Fetches the content of a file from the platform that it was sent on. */
export const fetchFile = defineTask({
  kind: 'fetch-file',
  payload: z.object({ fileId }),
  lane: ({ fileId }) => `file:${fileId}`,
  whenFailed: 'park',
});

/** Stores what is kept of a file, when it is still wanted. */
export async function keepFetched(world: World, file: Attachment, { name, type, content }: Looked): Promise<void> {
  await world.attachments.keep(file.id, content);
  // The sender discarded the draft while the file was being fetched.
  if (!(await world.attachments.byId(file.id))) return world.attachments.remove(file.id);
  const kept = { state: 'stored', name, type, size: content.length, ...forgotten(file) } as const;
  await world.attachments.change(file.id, kept);
  await showAgain(world, file);
}

/** Refuses the file and tells its sender why. A draft that would hold nothing without it is none any more. */
export async function refuseFile(world: World, file: Attachment, problem: FileProblem): Promise<void> {
  const { id, about, name, by, at } = file;
  await world.transaction(async () => {
    await world.attachments.change(id, { state: 'refused', problem, ...forgotten(file) });
    await notify(world, fileRefused, { name, problem, by, at });
    const draft = await world.drafts.byId(about);
    const isLast = draft?.text === '' && !draft.numbers && (await world.attachments.of(about)).length === 0;
    if (draft && isLast) await forgetDraft(world, draft.id);
    await showAgain(world, file);
  });
}

/** A platform's reference may be a link that opens the file for anybody, so we delete it once we have the content. */
function forgotten({ source }: Attachment): Pick<Attachment, 'source'> {
  return { source: { ...source, reference: '' } };
}

async function showAgain(world: World, { about }: Attachment): Promise<void> {
  const request = await world.requests.byId(about);
  if (request) await showChange(world, request);
}
