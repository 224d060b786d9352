import type { Platform } from '../../domain/vocabulary.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

/** The form of a tenant's id; Slack's are of a workspace or of an Enterprise organisation. */
const forms: Record<Platform, RegExp> = {
  teams: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  slack: /^[TE][A-Z\d]+$/,
};

export const connect = command({
  takes: ['teams|slack', 'TENANT', 'ORGANISATION'],
  async run(database, [platform, tenant, id], { slack }, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = adminTexts[organisation.language];
    if (!forms[platform].test(tenant)) throw new Unusable(words.notAnId(platform, tenant));
    const directory = directoryOf(database.stored);
    const owner = await directory.organisationAt(platform, tenant);
    if (owner && owner.id !== organisation.id)
      throw new Unusable(words.takenTenant(platform, tenant, `${owner.name} (${owner.id})`, undo(platform, tenant)));
    // One Slack token serves one workspace.
    const other =
      platform === 'slack' && !(slack && 'oauth' in slack)
        ? await database.stored.connections.findOne({ platform: 'slack', tenant: { $ne: tenant } }).lean()
        : null;
    if (other) throw new Unusable(words.oneWorkspace(other.tenant, undo('slack', other.tenant)));
    await directory.connect(platform, tenant, organisation.id);
    return words.connected(platform, tenant, organisation.name);
  },
});

export const disconnect = command({
  takes: ['teams|slack', 'TENANT'],
  async run(database, [platform, tenant], _config, _chosen, language) {
    const directory = directoryOf(database.stored);
    const gone = await directory.disconnect(platform, tenant);
    if (!gone) throw new Unusable(adminTexts[language].notConnected(platform, tenant));
    const { organisation: id, isLast } = gone;
    const organisation = await directory.organisation(id);
    const words = adminTexts[organisation?.language ?? language];
    const name = organisation?.name ?? id;
    return [
      words.disconnected(platform, tenant, organisation ? `${name} (${id})` : id),
      isLast ? words.nothingMoreSent(platform, name) : words.otherConnections(platform, name),
    ].join('\n');
  },
});

const undo = (platform: Platform, tenant: string) => `npm run admin -- disconnect ${platform} ${tenant}`;
