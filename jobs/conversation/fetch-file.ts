import { keepFetched, refuseFile } from '../../domain/conversation/fetch-file.ts';
import type { Payload } from '../../domain/index.ts';
import { fileLimits } from '../../domain/requests/record/attachment.ts';
import type { Work } from '../delivery.ts';
import { DeliveryProblem } from '../job.ts';
import { readPdf } from './read-pdf.ts';

/** Fetches the content of a file from the platform that keeps it. */
export const fetchContent: Work<Payload<'fetch-file'>> = {
  async run({ world, channels }, { fileId }) {
    const file = await world.attachments.byId(fileId);
    if (file?.state !== 'fetching') return;
    const channel = channels[file.source.platform];
    if (!channel) throw new DeliveryProblem('later', 'the platform of the file is not connected');
    const fetched = await channel.fetchFile(file.source.reference, fileLimits.bytes);
    await (typeof fetched === 'string' ? refuseFile(world, file, fetched) : keepFetched(world, file, fetched, readPdf));
  },

  async giveUp({ world }, { fileId }) {
    const file = await world.attachments.byId(fileId);
    if (file?.state === 'fetching') await refuseFile(world, file, 'gone');
  },
};
