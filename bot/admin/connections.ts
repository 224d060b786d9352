import type { Platform } from '../../domain/vocabulary.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

/** The form of a tenant's id; Slack's are of a workspace or of an Enterprise organisation. */
const ids: Record<Platform, { looks: RegExp; words: string }> = {
  teams: {
    looks: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
    words: 'a directory (tenant) id: a GUID, as Entra ID shows it',
  },
  slack: {
    looks: /^[TE][A-Z\d]+$/,
    words: 'the id of a workspace or Enterprise organisation: T or E, and capital letters and digits',
  },
};

export const connect = command({
  takes: ['teams|slack', 'TENANT', 'ORGANISATION'],
  says: 'links a tenant or workspace to it',
  async run(database, [platform, tenant, id], { slack }) {
    const { looks, words } = ids[platform];
    if (!looks.test(tenant)) throw new Unusable(`${tenant} is not ${words}.`);
    const organisation = await organisationById(database, id);
    const directory = directoryOf(database.stored);
    const owner = await directory.organisationAt(platform, tenant);
    if (owner && owner.id !== organisation.id)
      throw new Unusable(
        `${platform} ${tenant} belongs to ${owner.name} (${owner.id}) already. If that is wrong: ${undo(platform, tenant)}`,
      );
    // One Slack token serves one workspace.
    const other =
      platform === 'slack' && !(slack && 'oauth' in slack)
        ? await database.stored.connections.findOne({ platform: 'slack', tenant: { $ne: tenant } }).lean()
        : null;
    if (other)
      throw new Unusable(
        `This bot serves the Slack workspace ${other.tenant} already. If that is wrong: ${undo('slack', other.tenant)}\n` +
          'For several workspaces, run this with the bot’s own settings, SLACK_CLIENT_ID and what goes with it among them: docs/install-slack.md, many workspaces.',
      );
    await directory.connect(platform, tenant, organisation.id);
    return `${platform} ${tenant} belongs to ${organisation.name}.`;
  },
});

export const disconnect = command({
  takes: ['teams|slack', 'TENANT'],
  says: 'undoes that: nobody there is let in any more',
  async run(database, [platform, tenant]) {
    const directory = directoryOf(database.stored);
    const gone = await directory.disconnect(platform, tenant);
    if (!gone) throw new Unusable(`${platform} ${tenant} is not connected.`);
    const { organisation: id, isLast } = gone;
    const organisation = await directory.organisation(id);
    return [
      `${platform} ${tenant} belonged to ${organisation ? `${organisation.name} (${id})` : id}, and is not connected any more.`,
      isLast
        ? `Nothing more is sent to the chats and channels of ${id} in ${platform}.`
        : `${id} has other connections in ${platform}: chats and channels that are known go on getting messages until the app is removed there.`,
    ].join('\n');
  },
});

const undo = (platform: Platform, tenant: string) => `npm run admin -- disconnect ${platform} ${tenant}`;
