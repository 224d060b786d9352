import type { WebClient } from '@slack/web-api';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Log } from '../../log.ts';
import type { Workspace } from '../send/clients.ts';

/**
 * So many people of one text are named, the first ones: `users.info` is good for 100 calls a minute (tier 4). Who is known
 * already counts as well, so that the same text reads the same when Slack sends it again.
 */
const mostNamed = 5;

/** So many names are known by heart. */
const mostKnown = 10_000;

type Naming = (
  client: WebClient,
  workspace: Workspace,
  nameless: readonly string[],
  language: () => Promise<Language>,
) => Promise<ReadonlyMap<string, string>>;

/**
 * Names for what a text mentions by id alone. People are asked for (https://docs.slack.dev/reference/methods/users.info);
 * for names of channels and groups the app has no permission, and they are "a channel" and "a group".
 */
export function namingWith(log: Log): Naming {
  const known = new Map<string, string>();
  const ask = async (client: WebClient, key: string, user: string) => {
    try {
      const { user: found } = await client.users.info({ user });
      const name = found?.profile?.display_name || found?.real_name;
      if (name) known.set(key, name);
      if (known.size > mostKnown) known.delete(known.keys().next().value ?? '');
    } catch (error) {
      // Somebody of another workspace, or a hitch of Slack's: what was written is worth more than one name in it.
      log.info({ err: error, platform: 'slack' }, 'no name for a mention');
    }
  };
  return async (client, { team }, nameless, language) => {
    const keyOf = (mention: string) => `${team}:${mention.slice(1)}`;
    const people = nameless.filter((mention) => mention.startsWith('@'));
    const named = people.slice(0, mostNamed);
    const unknown = named.filter((mention) => !known.has(keyOf(mention)));
    await Promise.all(unknown.map((mention) => ask(client, keyOf(mention), mention.slice(1))));
    const names = new Map<string, string>();
    for (const mention of named) {
      const name = known.get(keyOf(mention));
      if (name !== undefined) names.set(mention, name);
    }
    // The language is asked for where a word has to stand in for a name.
    if (names.size < nameless.length) {
      const { somebody, someChannel, someGroup } = edgeTexts[await language()];
      const words: Record<string, string> = { '@': somebody, '#': someChannel };
      for (const mention of nameless)
        if (!names.has(mention)) names.set(mention, words[mention.charAt(0)] ?? someGroup);
    }
    return names;
  };
}
