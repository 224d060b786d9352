import type { Outgoing, Place } from '../api.ts';
import { call, reachBot } from '../call.ts';

/** A person's actions in Teams, as requests to the simulator. */

/** The message to which another belongs: the one that it quotes, or in a channel the first one of its thread. */
export interface Answers {
  quote: string | null;
  thread: string | null;
}

export function sendTeamsMessage(place: Place, outgoing: Outgoing, answers: Answers): Promise<true> {
  return reachBot('teams/message', { ...place, ...outgoing, ...answers });
}

export function editTeamsMessage(place: Place, messageId: string, text: string): Promise<true> {
  return reachBot('teams/edit', { ...place, messageId, text });
}

export function deleteTeamsMessage(place: Place, messageId: string): Promise<true> {
  return reachBot('teams/delete', { ...place, messageId });
}

export interface ExecutedAction {
  type: 'Action.Execute';
  id?: string | undefined;
  verb: string;
  data: object;
}

/** `status` is the one inside the bot's answer, which can be a refusal though HTTP went well. */
export function executeTeamsAction(
  place: Place,
  messageId: string,
  action: ExecutedAction,
  inputs: object,
): Promise<{ status: number; notice?: string }> {
  return call('teams/execute', { ...place, messageId, action, inputs });
}

/** Action.Submit: a message to the bot, or a dialog; `notice` is the text that comes instead of the dialog. */
export function submitTeamsAction(
  place: Place,
  messageId: string,
  data: object,
  inputs: object,
): Promise<{ notice?: string }> {
  return call('teams/submit', { ...place, messageId, data, inputs });
}

/** The address of the app's tab, with the person signed in. */
export function teamsTabAddress(email: string): Promise<{ url: string }> {
  return call(`teams/tab?${new URLSearchParams({ email })}`);
}

/** Opens the app's dialog about a message. */
export function openTeamsExtension(place: Place, messageId: string): Promise<{ notice?: string }> {
  return call('teams/extension', { ...place, messageId });
}

export function submitTeamsDialog(place: Place, data: object, inputs: object): Promise<{ notice?: string }> {
  return call('teams/dialog', { ...place, data, inputs });
}

export function closeTeamsDialog(place: Place): Promise<true> {
  return reachBot('teams/dialog-close', { ...place });
}
