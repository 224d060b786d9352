import { createHash, randomBytes } from 'node:crypto';
import type { ConversationCollections, FileLink } from './collections.ts';

/**
 * Milliseconds that a link is valid: long enough to press the button, short enough that a link that is passed on is
 * soon worthless.
 */
const lifetimeMs = 15 * 60_000;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Links by which one person can open one file once, for a while. Only a digest of each is stored, and a link is found by
 * its digest: the time that a look-up takes tells nothing about other links, because nobody can choose a digest.
 */
export function fileLinksOf({ fileLinks }: ConversationCollections, now: () => Date) {
  return {
    /** @returns the token in the address */
    async make(link: FileLink): Promise<string> {
      const token = randomBytes(24).toString('base64url');
      await fileLinks.create([{ ...link, _id: digestOf(token), until: new Date(now().getTime() + lifetimeMs) }]);
      return token;
    },

    /** Null for a link that was never made, was used or has expired. */
    async find(token: string): Promise<FileLink | null> {
      const found = await fileLinks.findById(digestOf(token)).lean();
      if (!found || found.until <= now()) return null;
      const { organisation, fileId, personId } = found;
      return { organisation, fileId, personId };
    },

    /** Uses the link up. True for one caller alone, also at several instances. */
    async use(token: string): Promise<boolean> {
      const { deletedCount } = await fileLinks.deleteOne({ _id: digestOf(token) });
      return deletedCount === 1;
    },
  };
}
