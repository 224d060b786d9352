import { createHmac, randomUUID } from 'node:crypto';
import { type BotAnswer, postToBot } from '../answers.ts';
import type { Chats, Json, Message, View } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Identity } from '../people.ts';
import { buttonsOf, stateOf } from './read-blocks.ts';
import type { Triggers } from './triggers.ts';
import { newTs } from './web-api.ts';

/** Slack gives an app three seconds. */
const timeoutMs = 3000;

export interface SlackParts {
  chats: Chats;
  triggers: Triggers;
  credentials: Credentials;
  botUrl: string;
  now: () => Date;
}

export type Container = { message: string } | { view: string };

/** A person with Slack open on the direct message with the bot: sends what Slack's server sends for them. */
export class SlackPerson {
  readonly identity: Identity;
  private readonly parts: SlackParts;

  constructor(identity: Identity, parts: SlackParts) {
    this.identity = identity;
    this.parts = parts;
  }

  messages(): readonly Message[] {
    return this.chat.messages;
  }

  view(): View | null {
    return this.chat.view;
  }

  home(): View | null {
    return this.chat.home;
  }

  async send(text: string): Promise<BotAnswer> {
    const { chats, now } = this.parts;
    const ts = newTs(now());
    chats.put('slack', this.identity.email, { id: ts, from: 'person', at: now().toISOString(), text: escapeText(text) });
    return this.event({ type: 'message', channel_type: 'im', text: escapeText(text), ts, client_msg_id: randomUUID() });
  }

  async openHome(): Promise<BotAnswer> {
    return this.event({ type: 'app_home_opened', tab: 'home' });
  }

  command(text: string): Promise<BotAnswer> {
    const { slackTeamId, slackAppId } = this.parts.credentials;
    const body = new URLSearchParams({
      command: '/forenkling',
      text,
      team_id: slackTeamId,
      user_id: this.identity.slackUser,
      user_name: this.identity.email.split('@')[0] ?? '',
      channel_id: this.identity.slackChannel,
      channel_name: 'directmessage',
      api_app_id: slackAppId,
      is_enterprise_install: 'false',
      trigger_id: this.parts.triggers.issue(this.identity.email),
      response_url: 'http://127.0.0.1:9/response-urls-are-not-used',
    });
    return this.post(body.toString(), 'application/x-www-form-urlencoded');
  }

  /** Presses a button of a message, a modal or the Home tab. */
  click(container: Container, action: Json, state: Json = {}): Promise<BotAnswer> {
    const { slackUser, slackChannel } = this.identity;
    const view = 'view' in container ? [this.view(), this.home()].find((one) => one?.id === container.view) : undefined;
    const where =
      'message' in container
        ? {
            container: {
              type: 'message',
              message_ts: container.message,
              channel_id: slackChannel,
              is_ephemeral: false,
            },
            channel: { id: slackChannel, name: 'directmessage' },
            message: {
              ts: container.message,
              blocks: this.messages().find(({ id }) => id === container.message)?.blocks,
            },
          }
        : { container: { type: 'view', view_id: container.view }, view };
    return this.interact({
      type: 'block_actions',
      ...where,
      state: { values: state },
      actions: [{ ...action, action_ts: newTs(this.parts.now()) }],
      trigger_id: this.parts.triggers.issue(this.identity.email),
      user: { id: slackUser },
    });
  }

  /** Presses the newest button that reads `label`, in a message or, with `home`, in the Home tab. */
  press(label: string, place: 'chat' | 'home' = 'chat'): Promise<BotAnswer> {
    const views =
      place === 'home' && this.chat.home
        ? [{ container: { view: this.chat.home.id }, blocks: this.chat.home.blocks }]
        : [];
    const messages = this.messages()
      .toReversed()
      .map(({ id, blocks }) => ({ container: { message: id }, blocks: blocks ?? [] }));
    for (const { container, blocks } of place === 'home' ? views : messages) {
      const found = buttonsOf(blocks).find(({ text }) => text === label);
      if (found) return this.click(container, found.action);
    }
    throw new Error(`no button “${label}” in the ${place} of ${this.identity.email}`);
  }

  /** Submits the open modal with `fields` typed in, by block id; gives what Slack would show beside the fields. */
  async fill(fields: Record<string, string>): Promise<BotAnswer & { errors: Record<string, string> | null }> {
    const view = this.view();
    if (!view) throw new Error(`no modal is open in front of ${this.identity.email}`);
    return this.submitView(view.id, stateOf(view.blocks, fields));
  }

  async submitView(viewId: string, state: Json): Promise<BotAnswer & { errors: Record<string, string> | null }> {
    const view = this.view();
    if (view?.id !== viewId) throw new Error('that modal is closed');
    const { slackTeamId, slackAppId } = this.parts.credentials;
    const answer = await this.interact({
      type: 'view_submission',
      user: { id: this.identity.slackUser },
      trigger_id: this.parts.triggers.issue(this.identity.email),
      view: {
        ...view,
        team_id: slackTeamId,
        app_id: slackAppId,
        hash: '1.a',
        root_view_id: view.id,
        state: { values: state },
      },
      response_urls: [],
    });
    return { ...answer, errors: this.afterSubmission(view, answer) };
  }

  async closeView(): Promise<void> {
    this.parts.chats.showView(this.identity.email, null);
  }

  private get chat() {
    return this.parts.chats.of('slack', this.identity.email);
  }

  /** The app's answer decides what becomes of the modal; a failure leaves it open, as Slack does. */
  private afterSubmission(view: View, { status, body }: BotAnswer): Record<string, string> | null {
    const { chats } = this.parts;
    if (status !== 200) return null;
    const answer = body as { response_action?: string; errors?: Record<string, string>; view?: Json } | null;
    if (answer?.response_action === 'errors') return answer.errors ?? {};
    const next = answer?.response_action === 'update' && answer.view ? ({ ...answer.view, id: view.id } as View) : null;
    chats.showView(this.identity.email, next);
    return null;
  }

  private event(event: Json): Promise<BotAnswer> {
    const { slackTeamId, slackAppId } = this.parts.credentials;
    const { slackUser, slackChannel } = this.identity;
    const body = {
      token: 'deprecated',
      team_id: slackTeamId,
      api_app_id: slackAppId,
      type: 'event_callback',
      event_id: `Ev${randomUUID().slice(0, 10).toUpperCase()}`,
      event_time: Math.floor(this.parts.now().getTime() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: slackTeamId, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
      ],
      event: { user: slackUser, channel: slackChannel, team: slackTeamId, ...event },
    };
    return this.post(JSON.stringify(body), 'application/json');
  }

  private interact(payload: Json): Promise<BotAnswer> {
    const { slackTeamId, slackAppId } = this.parts.credentials;
    const user = { ...(payload.user as Json), team_id: slackTeamId, name: this.identity.email.split('@')[0] };
    const envelope = {
      team: { id: slackTeamId, domain: 'fjordby' },
      api_app_id: slackAppId,
      token: 'deprecated',
      enterprise: null,
    };
    const body = new URLSearchParams({ payload: JSON.stringify({ ...envelope, ...payload, user }) });
    return this.post(body.toString(), 'application/x-www-form-urlencoded');
  }

  /** Posts a body as Slack does, signed over its raw bytes; `headers` replace Slack's own, for tests of the door. */
  post(body: string, contentType: string, headers: Record<string, string> = {}): Promise<BotAnswer> {
    const { botUrl, credentials } = this.parts;
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', credentials.slackSigningSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    const own = {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    return postToBot(`${botUrl}/slack/events`, body, { ...own, ...headers }, timeoutMs);
  }
}

/** How Slack spells the signs that it uses itself. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
