import { randomUUID } from 'node:crypto';
import type { Json, Message, View } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { Identity } from '../../people.ts';
import { botUser, slashCommand, teamDomain } from '../bot-user.ts';
import type { Spot } from '../channels.ts';
import type { ViewState } from '../client/modals.ts';
import { newSlackId } from '../ids.ts';

/** Apps are told to verify signatures instead; Slack still sends it. */
const token = 'deprecated';

/** The envelope of an event of the Events API: https://docs.slack.dev/apis/events-api/#events-JSON. */
export function eventCallback(event: Json, { slackTeamId, slackAppId, slackEnterprise }: Credentials, now: Date): Json {
  const enterprise_id = slackEnterprise?.id ?? null;
  return {
    token,
    team_id: slackTeamId,
    ...(enterprise_id ? { enterprise_id } : {}),
    context_team_id: slackTeamId,
    context_enterprise_id: enterprise_id,
    api_app_id: slackAppId,
    type: 'event_callback',
    event_id: newSlackId('Ev'),
    event_time: Math.floor(now.getTime() / 1000),
    authorizations: [
      {
        enterprise_id,
        team_id: slackTeamId,
        user_id: botUser.userId,
        is_bot: true,
        is_enterprise_install: slackEnterprise?.wide ?? false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: newSlackId('4-'),
    event,
  };
}

/** A person's message, as events hold it. */
export function said(
  ts: string,
  text: string,
  { slackUser }: Identity,
  { slackTeamId }: Credentials,
  { thread, files = [] }: { thread?: string | undefined; files?: readonly Json[] },
): Json {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return {
    client_msg_id: randomUUID(),
    type: 'message',
    ...(files.length > 0 ? { subtype: 'file_share', files, upload: false } : {}),
    user: slackUser,
    team: slackTeamId,
    text,
    ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(text === '' ? {} : { blocks: [{ type: 'rich_text', block_id: newSlackId('').slice(0, 5), elements }] }),
  };
}

/** https://docs.slack.dev/reference/events/message.im */
export function messageEvent(words: Json, { id, type }: Spot): Json {
  return { ...words, channel: id, channel_type: type, event_ts: words.ts };
}

/** https://docs.slack.dev/reference/events/app_mention */
export function mentionEvent({ subtype: _subtype, ...words }: Json, { id }: Spot): Json {
  return { ...words, type: 'app_mention', channel: id, event_ts: words.ts };
}

/** https://docs.slack.dev/reference/events/message/message_changed */
export function changedEvent(ts: string, { id, type }: Spot, { slackUser }: Identity, to: Json, from: Json): Json {
  const place = { type: 'message', subtype: 'message_changed', hidden: true, channel: id, channel_type: type };
  return { ...place, ts, event_ts: ts, message: { ...to, edited: { user: slackUser, ts } }, previous_message: from };
}

/** https://docs.slack.dev/reference/events/message/message_deleted */
export function deletedEvent(ts: string, { id, type }: Spot, deleted: string, from: Json): Json {
  const place = { type: 'message', subtype: 'message_deleted', hidden: true, channel: id, channel_type: type };
  return { ...place, ts, event_ts: ts, deleted_ts: deleted, previous_message: from };
}

export function homeOpenedEvent(
  { slackUser, slackChannel }: Identity,
  tab: 'home' | 'messages',
  home: View | null,
  ts: string,
): Json {
  return {
    type: 'app_home_opened',
    user: slackUser,
    channel: slackChannel,
    tab,
    event_ts: ts,
    ...(home && tab === 'home' ? { view: home } : {}),
  };
}

/** The form of a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands. */
export function commandForm(
  text: string,
  identity: Identity,
  { id, name, type }: Spot,
  { slackTeamId, slackAppId, slackEnterprise }: Credentials,
  tickets: { trigger_id: string; response_url: string },
): Record<string, string> {
  return {
    token,
    team_id: slackTeamId,
    team_domain: teamDomain,
    channel_id: id,
    channel_name: type === 'group' ? 'privategroup' : name,
    user_id: identity.slackUser,
    user_name: userName(identity),
    command: slashCommand,
    text,
    api_app_id: slackAppId,
    is_enterprise_install: String(slackEnterprise?.wide ?? false),
    ...(slackEnterprise ? { enterprise_id: slackEnterprise.id } : {}),
    ...tickets,
  };
}

/** The envelope of every interaction: https://docs.slack.dev/reference/interaction-payloads. */
export function interaction(
  payload: Json,
  identity: Identity,
  { slackTeamId, slackAppId, slackEnterprise }: Credentials,
): Json {
  const name = userName(identity);
  const wide = slackEnterprise?.wide ?? false;
  return {
    token,
    api_app_id: slackAppId,
    // An app that is installed in a whole organisation learns the workspace from the user alone.
    team: wide ? null : { id: slackTeamId, domain: teamDomain },
    user: { id: identity.slackUser, username: name, name, team_id: slackTeamId },
    enterprise: slackEnterprise ? { id: slackEnterprise.id, name: teamDomain } : null,
    is_enterprise_install: wide,
    ...payload,
  };
}

/** A shortcut on somebody's message: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function messageAction(ts: string, text: string, { id, name }: Spot): Json {
  const message = { type: 'message', user: 'U0COLLEAGUE', ts, text };
  return { type: 'message_action', action_ts: ts, message_ts: ts, message, channel: { id, name } };
}

type SaidMessage = Pick<Message, 'id' | 'text' | 'blocks' | 'notice' | 'thread'>;

/** The place of a button in a message, as `block_actions` gives it. */
export function messagePlace(message: SaidMessage, spot: Spot, credentials: Credentials): Json {
  const { id } = message;
  return {
    container: { type: 'message', message_ts: id, channel_id: spot.id, is_ephemeral: message.notice ?? false },
    channel: { id: spot.id, name: spot.name },
    message: botMessage(message, credentials),
  };
}

/** The place of a button in a view. */
export function viewPlace(view: View, values: ViewState): Json {
  return { container: { type: 'view', view_id: view.id }, view: { ...view, state: { values } } };
}

/** A message of the bot as Slack returns it. */
export function botMessage(
  { id, text = '', blocks, thread }: SaidMessage,
  { slackTeamId, slackAppId }: Credentials,
): Json {
  const { userId, botId } = botUser;
  return {
    ...{ type: 'message', user: userId, bot_id: botId, app_id: slackAppId, team: slackTeamId, ts: id, text },
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(blocks ? { blocks } : {}),
  };
}

export function userName({ email }: Identity): string {
  return email.split('@')[0] ?? email;
}
