import type { PlainTextElement } from '@slack/types';
import type { Outgoing, Place } from '../api.ts';
import { call, reachBot } from '../call.ts';
import type { InputState, ViewState } from './view-state.ts';

/** A person's actions in Slack, as requests to the simulator. */

/** The pressed or chosen element; the value has the shape of Slack's own block_actions payload. */
export type SlackAction = { block_id: string; action_id: string } & (
  | { type: 'button'; text: PlainTextElement; value?: string }
  | InputState
);

/** @param thread the message in whose thread it is written */
export function sendSlackMessage(place: Place, outgoing: Outgoing, thread: string | null): Promise<true> {
  return reachBot('slack/message', { ...place, ...outgoing, thread });
}

export function editSlackMessage(place: Place, messageId: string, text: string): Promise<true> {
  return reachBot('slack/edit', { ...place, messageId, text });
}

export function deleteSlackMessage(place: Place, messageId: string): Promise<true> {
  return reachBot('slack/delete', { ...place, messageId });
}

/** @param text the text after the name of the command */
export function sendSlackCommand(place: Place, text: string): Promise<true> {
  return reachBot('slack/command', { ...place, text });
}

/** A shortcut of the app: a global one, or one of a message. */
export function startSlackShortcut(place: Place, callbackId: string, messageId: string | null): Promise<true> {
  return reachBot('slack/shortcut', { ...place, callbackId, messageId });
}

export type SlackContainer = { message: string } | { view: string };

export function sendSlackAction(
  place: Place,
  container: SlackContainer,
  action: SlackAction,
  state: ViewState,
): Promise<true> {
  return reachBot('slack/action', { ...place, container, action, state });
}

/** The problems by block id, when the bot refused. */
export function submitSlackView(
  email: string,
  viewId: string,
  state: ViewState,
): Promise<{ errors?: Record<string, string> }> {
  return call('slack/submit', { email, viewId, state });
}

export function closeSlackView(email: string, viewId: string): Promise<true> {
  return reachBot('slack/close', { email, viewId });
}

export function openSlackHome(email: string): Promise<true> {
  return reachBot('slack/home', { email });
}
