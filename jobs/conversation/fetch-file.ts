import { keepFetched, refuseFile } from '../../domain/conversation/fetch-file.ts';
import type { Payload } from '../../domain/index.ts';
import { fileLimits } from '../../domain/requests/record/attachment.ts';
import type { Work } from '../delivery.ts';
import { DeliveryProblem } from '../job.ts';
import { lookApart } from './look-apart.ts';

/** Fetches the content of a file from the platform that keeps it. */
export const fetchContent: Work<Payload<'fetch-file'>> = {
  async run({ world, channels }, { fileId }) {
    const file = await world.attachments.byId(fileId);
    if (file?.state !== 'fetching') return;
    const channel = channels[file.source.platform];
    if (!channel) throw new DeliveryProblem('later', 'the platform of the file is not connected');
    const fetched = await channel.fetchFile(file.source.reference, fileLimits.bytes);
    const looked = typeof fetched === 'string' ? fetched : await lookApart({ name: file.name, content: fetched });
    await (typeof looked === 'string' ? refuseFile(world, file, looked) : keepFetched(world, file, looked));
  },

  async giveUp({ world }, { fileId }) {
    const file = await world.attachments.byId(fileId);
    if (file?.state === 'fetching') await refuseFile(world, file, 'gone');
  },
};
