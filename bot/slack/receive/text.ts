const mention = /<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g;

/** What Slack names by id alone: `@U1` for people, `#C1` for channels, `!subteam^S1` for groups; each once. */
export function namelessIn(text: string): string[] {
  const found = [...text.matchAll(mention)].flatMap(([, sign = '', id = '', name]) => (name ? [] : [sign + id]));
  return [...new Set(found)].filter((one) => !one.startsWith('!') || one.startsWith('!subteam^'));
}

/**
 * What a person wrote, out of Slack's own spelling: `&amp;` for signs, `<@U1|name>` for people, `<#C1|name>` for
 * channels, `<!channel>` for calls and `<https://…|label>` for links (https://docs.slack.dev/messaging/formatting-message-text).
 * @param names what to call each of `namelessIn`
 */
export function slackToText(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  return text
    .replace(mention, (_all, sign: string, id: string, name?: string) => {
      const called = (name || names.get(sign + id)) ?? id.replace(/^subteam\^/, '');
      return sign === '#' ? `#${called}` : `@${called.replace(/^@/, '')}`;
    })
    .replace(/<([a-z]+:[^<>|]*)(?:\|([^<>]*))?>/gi, (_all, address: string, label?: string) =>
      label && label !== address && !address.endsWith(label) ? `${label} (${address})` : (label ?? address),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
