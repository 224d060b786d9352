import { randomUUID } from 'node:crypto';
import { simulated } from '../../bot/local/sample-municipality.ts';
import type { BotAnswer } from '../../simulator/answers.ts';
import type { Platform, RunningBot } from '../running-bot.ts';
import { activity, type Knocks, knocksOn } from './webhooks.ts';

/** Presses a button as a client does, also one that does not exist; `fields` make it a form. */
export interface Act {
  /** The packed action: the bot's own unless somebody has changed it. */
  button: unknown;
  fields?: Record<string, unknown>;
}

/** A packed action as the bot's own cards hold it. */
export function packed(action: string, input: Record<string, unknown> = {}, changes: Record<string, unknown> = {}) {
  return { v: 1, a: action, i: input, n: `nonce-${Math.random()}`, ...changes };
}

/**
 * Sends it past the client, as a changed client could.
 * @param botUrl another instance of the bot than the one that runs
 * @returns everything that the person reads afterwards, in the answer and in messages
 */
export async function act(
  bot: RunningBot,
  platform: Platform,
  email: string,
  { button, fields }: Act,
  botUrl?: string,
): Promise<string> {
  const somebody = bot.on(platform, email);
  const knocks = knocksOn(bot, botUrl);
  const before = somebody.all().length;
  const send = platform === 'teams' ? inTeams : inSlack;
  const answer = await send(bot, knocks, email, button, fields);
  if (answer.status !== 200) throw new Error(`the bot answered ${answer.status}`);
  return [String(answer.body), ...somebody.all().slice(before)].join('\n');
}

function inTeams(
  bot: RunningBot,
  knocks: Knocks,
  email: string,
  button: unknown,
  fields: Act['fields'] = {},
): Promise<BotAnswer> {
  const { teamsId: id, aadObjectId, conversation, language } = bot.simulator.teams(email).identity;
  const typed = Object.fromEntries(Object.entries(fields).map(([field, value]) => [`field.${field}`, value]));
  const isObject = typeof button === 'object' && button !== null && !Array.isArray(button);
  const data = isObject ? { ...button, ...typed } : button;
  const invoke = activity(knocks.serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    locale: language,
    value: { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' },
    from: { id, aadObjectId },
    conversation: { id: conversation, conversationType: 'personal' },
  });
  return knocks.teams(JSON.stringify(invoke), { authorization: knocks.token() });
}

function inSlack(
  bot: RunningBot,
  knocks: Knocks,
  email: string,
  button: unknown,
  fields: Act['fields'],
): Promise<BotAnswer> {
  const { slackUser, slackChannel } = bot.simulator.slack(email).identity;
  const value = typeof button === 'string' ? button : JSON.stringify(button);
  const pressed = {
    type: 'block_actions',
    actions: [{ type: 'button', block_id: 'b', action_id: 'a', value }],
    container: { type: 'message', message_ts: '1.000001', channel_id: slackChannel },
    channel: { id: slackChannel },
  };
  const payload = {
    ...(fields ? submitted(button, fields) : pressed),
    // Slack gives each press one of its own, so that no two are signed alike; this one opens nothing.
    trigger_id: `none-${randomUUID()}`,
    team: { id: simulated.slackTeamId },
    user: { id: slackUser, team_id: simulated.slackTeamId },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return knocks.slack(body, { ...knocks.signed(body), 'content-type': 'application/x-www-form-urlencoded' });
}

/** A modal with text fields; a value that is not a string stands for a whole state of Slack's. */
function submitted(button: unknown, fields: Record<string, unknown>) {
  const state = (value: unknown) => (typeof value === 'string' ? { type: 'plain_text_input', value } : value);
  return {
    type: 'view_submission',
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'x',
      private_metadata: JSON.stringify({ p: button, o: null }),
      blocks: Object.keys(fields).map((id) => ({ type: 'input', block_id: id })),
      state: { values: Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { [id]: state(value) }])) },
    },
  };
}
