/**
 * Spells a person's text as Slack does: its own signs as entities, web and mail addresses in angle brackets
 * (https://docs.slack.dev/messaging/formatting-message-text).
 */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\bhttps?:\/\/(?:(?!&[lg]t;)[^\s,;)|])+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) =>
      address.startsWith('http') ? `<${address}>` : `<mailto:${address}|${address}>`,
    );
}
