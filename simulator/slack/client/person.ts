import type { BotAnswer } from '../../answers.ts';
import type { Json, Message, View } from '../../chats.ts';
import { NotThere } from '../../not-there.ts';
import type { Identity } from '../../people.ts';
import { escapeText } from '../blocks/escape-text.ts';
import { actionOf, buttonsOf, findElement, stateOf } from '../blocks/read-blocks.ts';
import { slashCommand } from '../bot-user.ts';
import { directMessage, type Spot, spotIn } from '../channels.ts';
import {
  commandForm,
  eventCallback,
  homeOpenedEvent,
  interaction,
  messageAction,
  messagePlace,
  viewPlace,
} from '../events/payloads.ts';
import { showAnswer } from '../events/response-urls.ts';
import { ChannelAdmin } from './channel-admin.ts';
import type { ViewState } from './modals.ts';
import type { SlackParts } from './parts.ts';
import { type Saying, Speech } from './speech.ts';
import { afterSubmission } from './view-submission.ts';

/** The place of a button: in a message, by its ts, or in a modal or the Home tab, by its id. */
export type Container = { message: string } | { view: string };

/** `errors` are the problems that Slack shows beside the fields, by block id. */
export type SubmissionAnswer = BotAnswer & { errors: Record<string, string> | null };

/**
 * A person with Slack open on the direct message with the bot, or on a channel: sends the requests that Slack's server
 * sends for them. It also sends a form that the real client would find incomplete, so that the bot's own checks run.
 */
export class SlackPerson {
  readonly identity: Identity;
  private readonly parts: SlackParts;
  readonly spot: Spot;
  /** Writes, edits and deletes the person's messages here. */
  readonly speech: Speech;

  constructor(identity: Identity, parts: SlackParts, spot = directMessage(identity)) {
    this.identity = identity;
    this.parts = parts;
    this.spot = spot;
    this.speech = new Speech(identity, spot, parts);
  }

  /** The messages that the person sees here, without those that only others may see. */
  messages(): readonly Message[] {
    const { messages } = this.parts.chats.of('slack', this.spot.key);
    return messages.filter(({ only }) => only === undefined || only === this.identity.email);
  }

  /** The modal in front. */
  view(): View | null {
    return this.chat.view;
  }

  home(): View | null {
    return this.chat.home;
  }

  /** The same person with a channel open, of which they are a member from now on. */
  inChannel(name: string, isPrivate = false): SlackPerson {
    const channel = this.parts.channels.open(name, isPrivate);
    channel.members.add(this.identity.email);
    return new SlackPerson(this.identity, this.parts, spotIn(channel, this.identity));
  }

  /** The person's actions on the bot in a channel. */
  administers(name: string): ChannelAdmin {
    return new ChannelAdmin(this.parts.channels.open(name), this.identity, this.parts);
  }

  async send(text: string, saying: Saying = {}): Promise<BotAnswer> {
    this.needApp();
    return this.speech.send(text, saying);
  }

  async openHome(tab: 'home' | 'messages' = 'home'): Promise<BotAnswer> {
    this.needApp();
    return this.event(homeOpenedEvent(this.identity, tab, this.home(), this.newTs()));
  }

  /** Sends the app's slash command; `text` may begin with it. Only this person sees the app's answer. */
  async command(text: string): Promise<BotAnswer> {
    this.needApp();
    const { email } = this.identity;
    const [first = '', ...rest] = text.split(' ');
    if (first.startsWith('/') && first !== slashCommand) throw new NotThere(`${first} is not a valid command`);
    const words = first === slashCommand ? rest.join(' ') : text;
    const form = commandForm(escapeText(words), this.identity, this.spot, this.parts.credentials, this.tickets(null));
    const answer = await this.parts.delivery.form(form);
    if (answer.status === 200 && answer.body) {
      const shown = typeof answer.body === 'object' ? (answer.body as Json) : { text: String(answer.body) };
      showAnswer(this.parts.chats, this.parts.now(), email, shown);
    }
    return answer;
  }

  /** Starts a global shortcut of the app. */
  shortcut(callbackId: string): Promise<BotAnswer> {
    const { trigger_id } = this.tickets(null);
    return this.interact({ type: 'shortcut', callback_id: callbackId, trigger_id, action_ts: this.newTs() });
  }

  /** Starts a shortcut of the app on a message of anybody. */
  messageShortcut(callbackId: string, text: string): Promise<BotAnswer> {
    const tickets = { ...this.tickets(null), callback_id: callbackId };
    return this.interact({ ...messageAction(this.newTs(), escapeText(text), this.spot), ...tickets });
  }

  /**
   * Uses an element of a message, a modal or the Home tab. The blocks give the element's own values; an element that is
   * gone is sent as given, since a client may still show an old message.
   * @param action block id, action id and the chosen value
   * @param state the values of the inputs around it; absent: the app's own values and those typed before
   */
  click(container: Container, action: Json, state?: ViewState): Promise<BotAnswer> {
    const { blocks, place, message } = this.placeOf(container, state);
    const { block_id: blockId, action_id: actionId } = action;
    const element = findElement(blocks, blockId, actionId) ?? action;
    const { trigger_id, response_url } = this.tickets(message);
    return this.interact({
      type: 'block_actions',
      ...place,
      state: { values: state ?? stateOf(blocks) },
      actions: [actionOf(element, String(blockId), action, this.newTs())],
      trigger_id,
      ...(message === null ? {} : { response_url }),
    });
  }

  /**
   * Presses the button that reads `label`: the submit button of the open modal, with `fields` filled in, or a button in
   * it. With no modal open, the newest such button in the chat; with `place` home, the one in the Home tab.
   */
  press(
    label: string,
    fields: Readonly<Record<string, string>> = {},
    place: 'chat' | 'home' = 'chat',
  ): Promise<BotAnswer> {
    const view = this.view();
    if (view && (view.submit as { text?: string } | null)?.text === label) return this.fill(fields);
    for (const { container, blocks } of this.inFront(place)) {
      const button = buttonsOf(blocks).find(({ text }) => text === label);
      if (!button) continue;
      const state = stateOf(blocks, fields, 'view' in container ? this.parts.modals.stateOf(this.identity.email) : {});
      return this.click(container, { block_id: button.blockId, action_id: button.element.action_id }, state);
    }
    throw new NotThere(`no button “${label}” in front of ${this.identity.email}`);
  }

  /** Submits the open modal with `fields` typed in, by block id or label. */
  async fill(fields: Readonly<Record<string, string>>): Promise<SubmissionAnswer> {
    const view = this.view();
    if (!view) throw new NotThere(`no modal is open in front of ${this.identity.email}`);
    return this.submitView(view.id, stateOf(view.blocks, fields, this.parts.modals.stateOf(this.identity.email)));
  }

  async submitView(viewId: string, state: ViewState): Promise<SubmissionAnswer> {
    const { modals } = this.parts;
    const view = this.openView(viewId);
    modals.remember(this.identity.email, state);
    const { trigger_id } = this.tickets(null);
    const shown = { ...view, state: { values: state } };
    const answer = await this.interact({ type: 'view_submission', trigger_id, view: shown, response_urls: [] });
    return { ...answer, errors: afterSubmission(this.identity.email, view, answer, modals) };
  }

  /** Closes the modal in front; Slack tells the app if it asked for that. */
  async closeView(viewId = this.view()?.id ?? ''): Promise<void> {
    const view = this.openView(viewId);
    this.parts.modals.closeTop(this.identity.email);
    if (view.notify_on_close !== true) return;
    await this.interact({ type: 'view_closed', view: { ...view, state: { values: {} } }, is_cleared: false });
  }

  /** Posts a body as Slack does; `headers` replace Slack's own, for tests of the webhook. */
  post(body: string, contentType: string, headers: Record<string, string> = {}): Promise<BotAnswer> {
    return this.parts.delivery.post(body, contentType, headers);
  }

  private get chat() {
    return this.parts.chats.of('slack', this.identity.email);
  }

  private inFront(place: 'chat' | 'home'): Array<{ container: Container; blocks: readonly Json[] }> {
    const view = place === 'home' ? this.home() : this.view();
    if (view) return [{ container: { view: view.id }, blocks: view.blocks }];
    if (place === 'home') return [];
    return this.messages()
      .toReversed()
      .map(({ id, blocks = [] }) => ({ container: { message: id }, blocks }));
  }

  private placeOf(container: Container, state: ViewState | undefined) {
    if ('message' in container) {
      const { message: ts } = container;
      const message = this.parts.chats.find('slack', this.spot.key, ts);
      const place = messagePlace(message ?? { id: ts }, this.spot, this.parts.credentials);
      return { place, blocks: message?.blocks ?? [], message: ts };
    }
    const home = this.home();
    const view = home?.id === container.view ? home : this.openView(container.view);
    return { place: viewPlace(view, state ?? stateOf(view.blocks)), blocks: view.blocks, message: null };
  }

  private openView(viewId: string): View {
    const view = this.view();
    if (view?.id !== viewId) throw new NotThere('that modal is closed');
    return view;
  }

  private needApp(): void {
    if (this.parts.people.has('slack', this.identity)) return;
    throw new NotThere(`${this.identity.email} does not use Slack`);
  }

  private newTs(): string {
    return this.parts.chats.newId('slack', this.parts.now());
  }

  private tickets(message: string | null): { trigger_id: string; response_url: string } {
    const { triggers, responseUrls } = this.parts;
    const { email } = this.identity;
    return { trigger_id: triggers.issue(email), response_url: responseUrls.issue(email, message) };
  }

  private event(event: Json): Promise<BotAnswer> {
    const { delivery, credentials, now } = this.parts;
    return delivery.event(eventCallback(event, credentials, now()));
  }

  private interact(payload: Json): Promise<BotAnswer> {
    return this.parts.delivery.interaction(interaction(payload, this.identity, this.parts.credentials));
  }
}
