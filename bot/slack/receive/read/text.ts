import type { WebClient } from '@slack/web-api';
import { decodeXML } from 'entities';
import { LRUCache } from 'lru-cache';
import type { Language } from '../../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../../locales/edges/edge.ts';
import type { Log } from '../../../log.ts';
import type { Workspace } from '../../place.ts';
import { withEmoji } from './emoji.ts';

const mention = /<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g;

/** The mentions that Slack names by id alone: `@U1` for people, `#C1` for channels, `!subteam^S1` for groups; each once. */
export function namelessIn(text: string): string[] {
  const found = [...text.matchAll(mention)].flatMap(([, sign = '', id = '', name]) => (name ? [] : [sign + id]));
  return [...new Set(found)].filter((one) => !one.startsWith('!') || one.startsWith('!subteam^'));
}

/**
 * The text that a person wrote, out of Slack's own spelling: `&amp;` for signs, `<@U1|name>` for people, `<#C1|name>` for
 * channels, `<!channel>` for calls and `<https://…|label>` for links (https://docs.slack.dev/messaging/formatting-message-text).
 * @param names what to call each of `namelessIn`
 */
export function slackToText(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  const plain = withEmoji(text)
    .replace(mention, (_all, sign: string, id: string, name?: string) => {
      const called = (name || names.get(sign + id)) ?? id.replace(/^subteam\^/, '');
      return sign === '#' ? `#${called}` : `@${called.replace(/^@/, '')}`;
    })
    .replace(/<([a-z]+:[^<>|]*)(?:\|([^<>]*))?>/gi, (_all, address: string, label?: string) =>
      label && label !== address && !address.endsWith(label) ? `${label} (${address})` : (label ?? address),
    );
  return decodeXML(plain);
}

/**
 * So many people of one text are named, the first ones: `users.info` is good for 100 calls a minute (tier 4). People whose
 * name is known already count as well, so that the same text reads the same when Slack sends it again.
 */
const mostNamed = 5;

/** More people than a large municipality has leaders, and about 1 MB. */
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
  const known = new LRUCache<string, string>({ max: mostKnown });
  const ask = async (client: WebClient, key: string, user: string) => {
    try {
      const { user: found } = await client.users.info({ user });
      const name = found?.profile?.display_name || found?.real_name;
      if (name) known.set(key, name);
    } catch (error) {
      // Somebody of another workspace, or a hitch of Slack's: what was written is worth more than one name in it.
      log.info({ err: error, platform: 'slack' }, 'no name for a mention');
    }
  };
  return async (client, { team }, nameless, language) => {
    const keyOf = (one: string) => `${team}:${one.slice(1)}`;
    const people = nameless.filter((one) => one.startsWith('@'));
    const named = people.slice(0, mostNamed);
    const unknown = named.filter((one) => !known.has(keyOf(one)));
    await Promise.all(unknown.map((one) => ask(client, keyOf(one), one.slice(1))));
    const names = new Map<string, string>();
    for (const one of named) {
      const name = known.get(keyOf(one));
      if (name !== undefined) names.set(one, name);
    }
    // The language is asked for where a word has to stand in for a name.
    if (names.size < nameless.length) {
      const { somebody, someChannel, someGroup } = edgeTexts[await language()];
      const words: Record<string, string> = { '@': somebody, '#': someChannel };
      for (const one of nameless) if (!names.has(one)) names.set(one, words[one.charAt(0)] ?? someGroup);
    }
    return names;
  };
}
