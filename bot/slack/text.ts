/**
 * What a person wrote, out of Slack's own spelling: `&amp;` for signs, `<@U1|name>` for people, `<#C1|name>` for
 * channels, `<!channel>` for calls and `<https://…|label>` for links (https://docs.slack.dev/messaging/formatting-message-text).
 */
export function slackToText(text: string): string {
  return text
    .replace(/<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g, (_all, sign: string, id: string, name?: string) => {
      const called = name || id.replace(/^subteam\^/, '');
      return sign === '#' ? `#${called}` : `@${called.replace(/^@/, '')}`;
    })
    .replace(/<([a-z]+:[^<>|]*)(?:\|([^<>]*))?>/gi, (_all, address: string, label?: string) =>
      label && label !== address && !address.endsWith(label) ? `${label} (${address})` : (label ?? address),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
