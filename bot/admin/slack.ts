import { installationsOf } from '../../models/people/installations.ts';
import type { Config } from '../config/config.ts';
import { installLink } from '../slack/install/install-link.ts';
import { tokenPurpose } from '../slack/install/installed-clients.ts';
import type { SlackOAuth } from '../slack/send/client.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

/** Makes the address that a person with the right to install apps opens in an organisation's Slack. */
export const slackLink = command({
  takes: ['ORGANISATION'],
  says: 'makes an address by which its Slack workspace is installed',
  async run(database, [organisation], config) {
    const { id, name } = await organisationById(database, organisation);
    const { keys, publicUrl } = oauthOf(config);
    const link = installLink(keys, publicUrl, id, new Date());
    return `Open this address within three days, once. The Slack workspace that the app is installed in then belongs to ${name} (${id}):\n${link}`;
  },
});

/** Encrypts every token with the newest key, so that the older ones can be removed from the configuration. */
export const reencrypt = command({
  takes: [],
  says: 'encrypts what is stored with the first of ENCRYPTION_KEYS',
  async run({ stored }, _words, config) {
    const { keys } = oauthOf(config);
    const installations = installationsOf(stored);
    const all = await installations.all();
    const lost: string[] = [];
    for (const { tenant, token } of all) {
      if (keys.isNewest(token)) continue;
      const opened = keys.open(token, tokenPurpose(tenant));
      if (opened === null) lost.push(tenant);
      // An installation at this moment stores a newer token, which stays.
      else await installations.replaceToken(tenant, token, keys.seal(opened, tokenPurpose(tenant)));
    }
    if (lost.length > 0) {
      throw new Unusable(`No key of ENCRYPTION_KEYS fits what is stored for ${lost.join(', ')}: add the older key.`);
    }
    const left = (await installations.all()).filter(({ token }) => !keys.isNewest(token));
    if (left.length > 0)
      throw new Unusable('A bot with older ENCRYPTION_KEYS is running: restart it, and do this again.');
    return `${all.length} installation(s) are encrypted with the first key.`;
  },
});

function oauthOf({ slack }: Config): SlackOAuth {
  if (slack && 'oauth' in slack) return slack.oauth;
  throw new Unusable('This needs SLACK_CLIENT_ID and what goes with it: see docs/install-slack.md, many workspaces.');
}
