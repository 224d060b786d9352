import mongoose, { type Connection } from 'mongoose';
import type { Attachments } from '../../domain/ports.ts';
import { fromStored, toStored } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** Files in GridFS, with their facts in a collection beside it. */
export function attachmentsOf(
  connection: Connection,
  { attachments }: RequestCollections,
  organisation: string,
): Attachments {
  const bucket = () => {
    if (!connection.db) throw new Error('the connection to the database is not open');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'files' });
  };
  const named = (id: string) => ({ filename: `${organisation}/${id}` });
  const discard = async (id: string) => {
    for (const { _id } of await bucket().find(named(id)).toArray()) await bucket().delete(_id);
  };
  return {
    async add(attachment) {
      await attachments.create([toStored(organisation, attachment)]);
    },
    async byId(id) {
      const found = await attachments.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async of(about) {
      const found = await attachments.find({ organisation, about }).sort({ at: 1 }).lean();
      return found.filter(({ state }) => state !== 'refused').map(fromStored);
    },
    async change(id, changes) {
      await attachments.updateOne({ _id: id, organisation }, changes);
    },
    async keep(id, content) {
      await discard(id);
      const upload = bucket().openUploadStream(named(id).filename);
      await new Promise<void>((resolve, reject) => {
        upload.once('error', reject);
        upload.once('finish', () => resolve());
        upload.end(content);
      });
    },
    async content(id) {
      const [newest] = await bucket().find(named(id)).sort({ uploadDate: -1 }).limit(1).toArray();
      if (!newest) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of bucket().openDownloadStream(newest._id)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async remove(id) {
      await attachments.deleteOne({ _id: id, organisation });
      await discard(id);
    },
    async removeOf(about) {
      const ids = (await attachments.find({ organisation, about }, { _id: 1 }).lean()).map(({ _id }) => _id);
      await attachments.deleteMany({ organisation, about });
      for (const id of ids) await discard(id);
    },
  };
}
