import { isDuplicate, putAt } from '../stored.ts';
import type { InstallationRow, PeopleCollections } from './collections.ts';

const platform = 'slack';

/** The Slack workspaces in which the app is installed, with their encrypted tokens. */
export function installationsOf({ installations, used }: PeopleCollections) {
  return {
    async find(tenant: string): Promise<InstallationRow | null> {
      return installations.findOne({ platform, tenant }).lean();
    },

    async all(): Promise<InstallationRow[]> {
      return installations.find({ platform }).sort({ tenant: 1 }).lean();
    },

    /** Adds an installation or takes the place of the one before. */
    async put(tenant: string, token: string, installedAt: Date): Promise<void> {
      await putAt(installations, { platform, tenant }, { token, installedAt });
    },

    /** Takes another token in place of `before`, unless it is another one by now. */
    async replaceToken(tenant: string, before: string, token: string): Promise<void> {
      await installations.updateOne({ platform, tenant, token: before }, { token });
    },

    /** Removes what was installed until then. Slack repeats such news for minutes; a newer installation stays. */
    async remove(tenant: string, until: Date): Promise<boolean> {
      const { deletedCount } = await installations.deleteOne({ platform, tenant, installedAt: { $lte: until } });
      return deletedCount > 0;
    },

    async wasUsed(nonce: string): Promise<boolean> {
      return (await used.exists({ platform, nonce })) !== null;
    },

    /** True for the first one, on whichever instance. */
    async use(nonce: string, until: Date): Promise<boolean> {
      try {
        await used.create([{ platform, nonce, until }]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}

export type Installations = ReturnType<typeof installationsOf>;
