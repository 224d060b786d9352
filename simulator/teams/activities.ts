import { randomUUID } from 'node:crypto';
import type { Json } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Identity } from '../people.ts';

/** What Teams puts around everything that comes from a personal chat. */
export function envelope(identity: Identity, credentials: Credentials, serviceUrl: string, now: Date): Json {
  const { teamsId, aadObjectId, name, conversation, language } = identity;
  const { teamsAppId, teamsTenantId } = credentials;
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: now.toISOString(),
    localTimestamp: danishTime(now),
    localTimezone: 'Europe/Copenhagen',
    locale,
    from: { id: teamsId, name, aadObjectId },
    recipient: { id: `28:${teamsAppId}`, name: 'Forenklingsbot' },
    conversation: { conversationType: 'personal', tenantId: teamsTenantId, id: conversation },
    channelData: { tenant: { id: teamsTenantId } },
    entities: [{ locale, country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen', type: 'clientInfo' }],
  };
}

/** A text, with the HTML that Teams sends along. */
export function textActivity(id: string, text: string): Json {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  const attachments = [{ contentType: 'text/html', content: `<p>${html}</p>` }];
  return { type: 'message', id, text, textFormat: 'plain', attachments };
}

/** The press of a button of `Action.Execute`. */
export function executeActivity(messageId: string, action: Json): Json {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    replyToId: messageId,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  };
}

/** The app is installed for a person: both activities that Teams sends. */
export function installActivities(
  { teamsId }: Identity,
  { teamsAppId }: Credentials,
): { added: Json; installed: Json } {
  const bot = `28:${teamsAppId}`;
  return {
    added: { type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded: [{ id: teamsId }, { id: bot }] },
    installed: { type: 'installationUpdate', action: 'add', id: `f:${randomUUID()}` },
  };
}

/** ISO 8601 with the offset that Danish clocks have at that moment. */
function danishTime(moment: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);
  const local = parts.replace(' ', 'T');
  const hours = Math.round((Date.parse(`${local}Z`) - moment.getTime()) / 3_600_000);
  return `${local}+0${hours}:00`;
}
