import { randomUUID } from 'node:crypto';
import { type BotAnswer, postToBot } from '../answers.ts';
import type { Chats, Json, Message } from '../chats.ts';
import type { Credentials } from '../credentials.ts';
import { NotThere } from '../not-there.ts';
import type { Identity, People } from '../people.ts';
import { envelope, executeActivity, installActivities, textActivity } from './activities.ts';
import { cardType } from './connector.ts';
import type { Entra } from './entra.ts';
import { buttonsOf, inputValues } from './read-card.ts';
import type { Tokens } from './tokens.ts';

/** A bot has this long to answer (Microsoft's documentation: 10–15 s). */
const timeoutMs = 15_000;

export interface TeamsParts {
  people: People;
  chats: Chats;
  tokens: Tokens;
  entra: Entra;
  credentials: Credentials;
  botUrl: string;
  serviceUrl: () => string;
  now: () => Date;
}

/** The bot's answer to a button of Action.Execute, and what the client makes of it. */
export interface ExecuteAnswer extends BotAnswer {
  /** The status code inside the body; 502 when the client cannot read the answer. */
  statusCode: number;
  /** What the client says about it. */
  notice?: string;
}

/**
 * A person with Teams open on the chat with the bot: sends what the real client sends. It does not hold back a form that
 * the real client would find incomplete, so that the bot's own checks are met.
 */
export class TeamsPerson {
  readonly identity: Identity;
  private readonly parts: TeamsParts;

  constructor(identity: Identity, parts: TeamsParts) {
    this.identity = identity;
    this.parts = parts;
  }

  /** The address of the tab with the person signed in, as no real page takes it. */
  tabUrl(): string {
    const { botUrl, entra } = this.parts;
    return `${botUrl}/tab/?locale=${this.identity.language}#token=${entra.token(this.identity)}`;
  }

  messages(): readonly Message[] {
    return this.parts.chats.of('teams', this.identity.email).messages;
  }

  async send(text: string): Promise<BotAnswer> {
    this.needApp();
    const { chats, now } = this.parts;
    const id = chats.add('teams', this.identity.email, { from: 'person', text }, now());
    return this.post(textActivity(id, text));
  }

  /**
   * Presses a button of Action.Execute; the card in the answer takes the place of the one pressed.
   * @param action as it stands in the card
   * @param inputs the values of the inputs, which the client merges into the action's data
   */
  async execute(messageId: string, action: Json, inputs: Json): Promise<ExecuteAnswer> {
    const { verb, id, data } = action;
    const merged = { ...(data as Json | undefined), ...inputs };
    const pressed = { ...(id === undefined ? {} : { id }), verb, data: merged };
    const answer = await this.post(executeActivity(messageId, pressed));
    return { ...answer, ...this.showInvoked(messageId, answer) };
  }

  /** Presses a button of Action.Submit: a message without text. */
  submit(messageId: string, data: Json, inputs: Json): Promise<BotAnswer> {
    const { chats, now } = this.parts;
    const id = chats.newId('teams', now());
    return this.post({ type: 'message', id, replyToId: messageId, value: { ...data, ...inputs } });
  }

  /** Presses the newest button that reads `label`, with `fields` filled into the inputs that go with it. */
  async press(label: string, fields: Readonly<Record<string, string>> = {}): Promise<BotAnswer> {
    for (const message of this.messages().toReversed()) {
      const button = message.card && buttonsOf(message.card).find(({ action }) => action.title === label);
      if (!button) continue;
      const { action } = button;
      const inputs = action.associatedInputs === 'none' ? {} : inputValues(button.inputs, fields);
      if (action.type === 'Action.Submit') return this.submit(message.id, action.data as Json, inputs);
      if (action.type === 'Action.Execute') return this.execute(message.id, action, inputs);
      throw new NotThere(`the button “${label}” is an ${action.type}, of which the bot hears nothing`);
    }
    throw new NotThere(`no button “${label}” in the chat of ${this.identity.email}`);
  }

  /** Gets the app; gives the bot's answer to `installationUpdate`. */
  async install(): Promise<BotAnswer> {
    this.parts.people.install(this.identity);
    const { added, installed } = installActivities(this.identity, this.parts.credentials);
    await this.post(added);
    return this.post(installed);
  }

  /** Removes the app: the bot is told, and cannot write any more. */
  uninstall(): Promise<BotAnswer> {
    this.parts.people.uninstall(this.identity);
    return this.post({ type: 'installationUpdate', action: 'remove', id: `f:${randomUUID()}` });
  }

  /** Posts an activity in the person's name; `claims` replace those of the token, for tests of the door. */
  post(activity: Json, claims: Json = {}): Promise<BotAnswer> {
    const { tokens, credentials, botUrl, serviceUrl, now } = this.parts;
    const { channelData, ...around } = envelope(this.identity, credentials, serviceUrl(), now());
    const source = activity.replyToId ? { source: { name: 'message' }, legacy: { replyToId: activity.replyToId } } : {};
    return postToBot(
      `${botUrl}/api/messages`,
      JSON.stringify({ ...around, channelData: { ...(channelData as Json), ...source }, ...activity }),
      {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.sign(credentials.teamsAppId, serviceUrl(), claims)}`,
      },
      timeoutMs,
    );
  }

  private needApp(): void {
    if (this.parts.people.has('teams', this.identity)) return;
    throw new NotThere(`${this.identity.email} does not have the app in Teams`);
  }

  /** A card replaces the one pressed; a message and an error are said by the client. */
  private showInvoked(messageId: string, { status, body }: BotAnswer): Pick<ExecuteAnswer, 'statusCode' | 'notice'> {
    const { chats } = this.parts;
    const { email } = this.identity;
    const answer = body as { statusCode?: number; type?: string; value?: unknown } | null;
    if (status !== 200 || !answer) return { statusCode: status === 200 ? 502 : status };
    const { statusCode = status, type, value } = answer;
    switch (type) {
      case cardType: {
        const message = chats.find('teams', email, messageId);
        if (message) chats.replaceQuietly('teams', email, { ...message, card: value as Json });
        return { statusCode };
      }
      case 'application/vnd.microsoft.activity.message':
        return { statusCode, notice: String(value) };
      case 'application/vnd.microsoft.error': {
        const { message } = (value ?? {}) as { message?: string };
        return { statusCode, ...(message ? { notice: message } : {}) };
      }
      default:
        return { statusCode: 502 };
    }
  }
}
