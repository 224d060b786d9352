import type { Language } from '../../domain/vocabulary.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
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
  async run(database, [organisation], config, _chosen, terminal) {
    const { id, name, language } = await organisationById(database, organisation, terminal);
    const { keys, publicUrl } = oauthOf(config, language);
    const link = installLink(keys, publicUrl, id, new Date());
    return adminTexts[language].openLink(`${name} (${id})`, link);
  },
});

/** Encrypts every token with the newest key, so that the older ones can be removed from the configuration. */
export const reencrypt = command({
  takes: [],
  async run({ stored }, _words, config, _chosen, language) {
    const { keys } = oauthOf(config, language);
    const words = adminTexts[language];
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
      throw new Unusable(words.noKeyFits(lost.join(', ')));
    }
    const left = (await installations.all()).filter(({ token }) => !keys.isNewest(token));
    if (left.length > 0) throw new Unusable(words.olderKeysRun);
    return words.encrypted(all.length);
  },
});

function oauthOf({ slack }: Config, language: Language): SlackOAuth {
  if (slack && 'oauth' in slack) return slack.oauth;
  throw new Unusable(adminTexts[language].needsOAuth);
}
