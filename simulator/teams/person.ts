import { randomUUID } from 'node:crypto';
import { type BotAnswer, postToBot } from '../answers.ts';
import type { Chats, Json, Message } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import type { Identity } from '../people.ts';
import { cardType } from './connector.ts';
import { actionsOf, inputsOf } from './read-card.ts';
import type { Tokens } from './tokens.ts';

/** A bot has this long to answer (Microsoft's documentation: 10–15 s). */
const timeoutMs = 15_000;

export interface TeamsParts {
  chats: Chats;
  tokens: Tokens;
  credentials: Credentials;
  botUrl: string;
  serviceUrl: () => string;
  now: () => Date;
}

/** A person with Teams open on the chat with the bot: sends what the real client sends. */
export class TeamsPerson {
  readonly identity: Identity;
  private readonly parts: TeamsParts;

  constructor(identity: Identity, parts: TeamsParts) {
    this.identity = identity;
    this.parts = parts;
  }

  messages(): readonly Message[] {
    return this.parts.chats.of('teams', this.identity.email).messages;
  }

  async send(text: string): Promise<BotAnswer> {
    const id = this.newId();
    const at = this.parts.now().toISOString();
    this.parts.chats.put('teams', this.identity.email, { id, from: 'person', at, text });
    return this.post({ type: 'message', id, text, textFormat: 'plain' });
  }

  /** Presses a button of Action.Execute; the card in the answer takes the place of the one pressed. */
  async execute(
    messageId: string,
    action: { verb?: unknown; data?: unknown },
    inputs: Json,
  ): Promise<BotAnswer & { notice?: string }> {
    const data = { ...(action.data as Json | undefined), ...inputs };
    const value = { action: { type: 'Action.Execute', verb: action.verb, data }, trigger: 'manual' };
    const answer = await this.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: this.newId(),
      replyToId: messageId,
      value,
    });
    return { ...answer, ...this.showInvoked(messageId, answer) };
  }

  /** Presses a button of Action.Submit: a message without text. */
  submit(messageId: string, data: Json, inputs: Json): Promise<BotAnswer> {
    return this.post({ type: 'message', id: this.newId(), replyToId: messageId, value: { ...data, ...inputs } });
  }

  /** Presses the newest button that reads `label`. `fields` fill the inputs of its card, by field id. */
  async press(label: string, fields: Record<string, string> = {}): Promise<BotAnswer> {
    for (const message of this.messages().toReversed()) {
      const action = message.card && actionsOf(message.card).find(({ title }) => title === label);
      if (!message.card || !action) continue;
      const inputs = action.associatedInputs === 'none' ? {} : inputsOf(message.card, fields);
      return this.execute(message.id, action, inputs);
    }
    throw new Error(`no button “${label}” in the chat of ${this.identity.email}`);
  }

  install(): Promise<BotAnswer> {
    return this.post({ type: 'installationUpdate', action: 'add', id: this.newId() });
  }

  /** Posts an activity; the envelope is what Teams puts around everything in a personal chat. */
  post(activity: Json, claims: Json = {}): Promise<BotAnswer> {
    const { tokens, credentials, botUrl, serviceUrl, now } = this.parts;
    const { teamsAppId, teamsTenantId } = credentials;
    const { teamsId, aadObjectId, name, conversation, language } = this.identity;
    const locale = language === 'da' ? 'da-DK' : 'en-GB';
    const at = now().toISOString();
    const envelope = {
      channelId: 'msteams',
      serviceUrl: serviceUrl(),
      timestamp: at,
      localTimestamp: at,
      locale,
      from: { id: teamsId, name, aadObjectId },
      recipient: { id: `28:${teamsAppId}`, name: 'Forenklingsbot' },
      conversation: { conversationType: 'personal', tenantId: teamsTenantId, id: conversation },
      channelData: { tenant: { id: teamsTenantId } },
      entities: [{ locale, country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen', type: 'clientInfo' }],
    };
    return postToBot(
      `${botUrl}/api/messages`,
      JSON.stringify({ ...envelope, ...activity }),
      { 'content-type': 'application/json', authorization: `Bearer ${tokens.sign(teamsAppId, serviceUrl(), claims)}` },
      timeoutMs,
    );
  }

  private newId(): string {
    return `${this.parts.now().getTime()}-${randomUUID().slice(0, 8)}`;
  }

  private showInvoked(messageId: string, { status, body }: BotAnswer): { notice?: string } {
    const { chats } = this.parts;
    const answer = body as { type?: string; value?: unknown } | null;
    if (status !== 200 || !answer) return { notice: 'Something went wrong. Please try again.' };
    const message = this.messages().find((one) => one.id === messageId);
    if (answer.type === cardType && message) {
      chats.put('teams', this.identity.email, { ...message, card: answer.value as Json });
      return {};
    }
    return typeof answer.value === 'string' ? { notice: answer.value } : {};
  }
}
