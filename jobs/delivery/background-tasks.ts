import { homeCardFor } from '../../cards/overview/home.ts';
import { enqueueOnce } from '../../domain/delivery/background-task.ts';
import type { BackgroundTask } from '../../domain/delivery/message.ts';
import { notify, officeHours } from '../../domain/delivery/notify.ts';
import { showHome } from '../../domain/overview/show-home.ts';
import type { World } from '../../domain/ports.ts';
import { type Attachment, completeName, fileLimits, fileType } from '../../domain/requests/attachment.ts';
import { concernedBy } from '../../domain/requests/visibility.ts';
import { nextWorkingMoment } from '../../domain/time/working-days.ts';
import { platforms } from '../../domain/vocabulary.ts';
import { DeliveryProblem, type JobContext } from '../job.ts';

/** Work that disturbs nobody. Each part can be done again without harm, for a crash may cut it off. */
const errands: {
  [Kind in BackgroundTask['kind']]: (
    context: JobContext,
    errand: Extract<BackgroundTask, { kind: Kind }>,
  ) => Promise<void>;
} = {
  async 'request-changed'({ world }, { requestId }) {
    const request = await world.requests.byId(requestId);
    if (!request) return;
    const standing = new Set(
      (await world.postings.of(requestId)).filter(({ kind }) => kind === 'card').map(({ to }) => to),
    );
    const following = await world.rooms.ofUnit(request.unit);
    const elsewhere = await Promise.all(
      [...standing].filter((id) => following.every((room) => room.id !== id)).map((id) => world.rooms.byId(id)),
    );
    const message = { kind: 'room-card', requestId } as const;
    for (const room of [...following, ...elsewhere]) {
      if (!room || (await world.outbox.waits(room.id, message))) continue;
      // A new card makes a sound and waits for office hours; one that changes where it stands is silent.
      const notBefore = standing.has(room.id) ? world.now() : nextWorkingMoment(world.now(), officeHours);
      await world.outbox.add([{ to: room.id, message, notBefore }]);
    }
    for (const person of await concernedBy(world, request)) {
      if (person.homeShown) await enqueueOnce(world, { kind: 'home', personId: person.id });
    }
  },

  async home({ world, channels }, { personId }) {
    const person = await world.people.byId(personId);
    if (!person?.active) return;
    for (const platform of platforms) {
      const [channel, place] = [channels[platform], person.places[platform]];
      if (!place || !channel?.publishHome) continue;
      const home = await showHome.run(world, person, {});
      if (!home.ok) throw new Error(`the Home tab of a person was refused: ${home.refusal}`);
      const language = person.language ?? world.organisation.language;
      await channel.publishHome(place, homeCardFor(home.value, language), language);
    }
  },

  async 'fetch-file'(context, { fileId }) {
    const { world, channels } = context;
    const file = await world.attachments.byId(fileId);
    if (file?.state !== 'fetching') return;
    const channel = channels[file.source.platform];
    if (!channel) throw new DeliveryProblem('later', 'the platform of the file is not connected');
    const fetched = await channel.fetchFile(file.source.reference, fileLimits.bytes);
    if (typeof fetched === 'string') return refuse(world, file, fetched);
    const name = completeName(file.name, fetched);
    const type = fileType(name, fetched);
    if (type === null) return refuse(world, file, 'wrong-type');
    await world.attachments.keep(file.id, fetched);
    // The draft was thrown away while the file was on its way.
    if (!(await world.attachments.byId(file.id))) return world.attachments.remove(file.id);
    await world.attachments.change(file.id, { state: 'stored', name, type, size: fetched.length, ...forgotten(file) });
    if (await world.requests.byId(file.about))
      await enqueueOnce(world, { kind: 'request-changed', requestId: file.about });
  },
};

/** A platform's reference may be a link that opens the file for anybody, so it is kept no longer than it is needed. */
function forgotten({ source }: Attachment): Pick<Attachment, 'source'> {
  return { source: { ...source, reference: '' } };
}

async function refuse(world: World, file: Attachment, problem: Attachment['problem']): Promise<void> {
  await world.attachments.change(file.id, { state: 'refused', problem, ...forgotten(file) });
  await notify(world, [{ id: file.by }], { kind: 'file-refused', fileId: file.id });
  if (await world.requests.byId(file.about))
    await enqueueOnce(world, { kind: 'request-changed', requestId: file.about });
}

/** It will not be done: whoever sent a file is told that it is not here. */
export async function giveUp({ world }: JobContext, errand: BackgroundTask): Promise<void> {
  const file = errand.kind === 'fetch-file' ? await world.attachments.byId(errand.fileId) : null;
  if (file?.state === 'fetching') await refuse(world, file, 'gone');
}

export function run(context: JobContext, errand: BackgroundTask): Promise<void> {
  const work = errands[errand.kind] as (context: JobContext, errand: BackgroundTask) => Promise<void>;
  return work(context, errand);
}
