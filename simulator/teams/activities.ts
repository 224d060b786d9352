import { randomUUID } from 'node:crypto';
import type { Json } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Identity } from '../people.ts';
import type { Room } from './rooms.ts';

/** The fields that Teams adds to every activity of a personal chat; an activity of a room replaces a part of them. */
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

/** The fields of every activity of a channel or group chat, in a thread or not. */
export function inRoom(room: Room, thread: string | null, { teamsTenantId }: Credentials): Json {
  const isChannel = room.kind === 'channel';
  const id = isChannel && thread !== null ? `${room.id};messageid=${thread}` : room.id;
  const channelData = isChannel
    ? { team: { id: room.team }, channel: { id: room.id }, teamsChannelId: room.id, teamsTeamId: room.team }
    : {};
  return {
    conversation: { isGroup: true, conversationType: room.kind, tenantId: teamsTenantId, id },
    channelData: { tenant: { id: teamsTenantId }, ...channelData },
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** A text, with the HTML that Teams sends along. */
export function textActivity(id: string, text: string, attachments: readonly Json[] = []): Json {
  const html = { contentType: 'text/html', content: `<p>${escaped(text)}</p>` };
  return { type: 'message', id, text, textFormat: 'plain', attachments: [...attachments, html] };
}

/** A text that mentions the bot, which gets no other messages from a room. */
export function mentionActivity(id: string, text: string, { teamsAppId }: Credentials): Json {
  const name = '<at>Forenklingsbot</at>';
  const mention = { type: 'mention', mentioned: { id: `28:${teamsAppId}`, name: 'Forenklingsbot' }, text: name };
  const content = `<p><span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">Forenklingsbot</span> ${escaped(text)}</p>`;
  const attachments = [{ contentType: 'text/html', content }];
  return { type: 'message', id, text: `${name} ${text}`, textFormat: 'plain', attachments, entities: [mention] };
}

/** A reply in a chat that quotes a message, as Teams has sent it for years: the plain text holds both. */
export function replyActivity(id: string, quoted: { id: string; preview: string }, text: string): Json {
  const quote = [
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${quoted.id}">`,
    `<strong itemprop="mri" itemid="28:bot">Forenklingsbot</strong><span itemprop="time" itemid="${quoted.id}"></span>`,
    `<p itemprop="preview">${escaped(quoted.preview)}</p></blockquote>`,
  ].join('\r\n');
  const content = `${quote}\r\n<p>${escaped(text)}</p>`;
  return {
    ...{ type: 'message', id, textFormat: 'plain' },
    text: `Forenklingsbot\r\n${quoted.preview}\r\n\r\n${text}`,
    attachments: [{ contentType: 'text/html', content }],
  };
}

/** The same reply as newer clients send it. */
export function quotingActivity(id: string, quoted: { id: string; preview: string }, text: string): Json {
  const quotedReply = { messageId: quoted.id, senderName: 'Forenklingsbot', preview: quoted.preview };
  return {
    ...textActivity(id, text),
    text: `<quoted messageId="${quoted.id}"/> ${text}`,
    entities: [{ type: 'quotedReply', quotedReply }],
  };
}

/** A message that its author has deleted. */
export function deletedActivity(id: string): Json {
  return { type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } };
}

/** A message after its author edited it or undid its deletion; `at` tells one edit from another. */
export function updatedActivity(
  id: string,
  { text, quote }: { text: string; quote: { id: string; preview: string } | null },
  eventType: 'editMessage' | 'undeleteMessage',
  at: Date,
): Json {
  const said = quote ? replyActivity(id, quote, text) : textActivity(id, text);
  return { ...said, type: 'messageUpdate', timestamp: at.toISOString(), channelData: { eventType } };
}

/** The press of a button of `Action.Execute`, or the request that a client sends by itself for an old card. */
export function executeActivity(messageId: string, action: Json, trigger: 'manual' | 'automatic' = 'manual'): Json {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    replyToId: messageId,
    value: { action: { type: 'Action.Execute', ...action }, trigger },
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

/** ISO 8601 with the Danish offset at that moment. */
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
