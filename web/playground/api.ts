import type { KnownBlock, PlainTextElement } from '@slack/types';
import type { InputState, ViewState } from './slack/view-state.ts';

/** What the simulator's server says and takes, as JSON on the page's own host. */

export type Platform = 'teams' | 'slack';

export interface Person {
  email: string;
  name: string;
  /** Role, comma, place: "leder, Fjordskolen". */
  title: string;
  language: 'da' | 'en';
  installs: Platform[];
}

export interface Message {
  id: string;
  from: 'bot' | 'person';
  /** ISO 8601. */
  at: string;
  text?: string;
  card?: Record<string, unknown>;
  blocks?: KnownBlock[];
  edited?: boolean;
  /** Only this person sees it, and it is not kept. */
  notice?: boolean;
}

export interface SlackView {
  id: string;
  title?: PlainTextElement;
  submit?: PlainTextElement;
  close?: PlainTextElement;
  blocks: KnownBlock[];
}

export interface Chat {
  messages: Message[];
  /** The open modal. */
  view: SlackView | null;
  home: SlackView | null;
}

export type ClockStep = 'next-hour' | 'next-working-day' | 'next-week';

export interface Clock {
  /** ISO 8601. */
  now: string;
}

/** What was pressed or chosen; the value has the shape of Slack's own block_actions payload. */
export type SlackAction = { block_id: string; action_id: string } & (
  | { type: 'button'; text: PlainTextElement; value?: string }
  | InputState
);

/** The answer was not a success; `status` is HTTP's, 0 when there was no answer at all. */
export class RequestFailed extends Error {
  readonly status: number;

  constructor(path: string, status: number, cause?: unknown) {
    super(`${path} failed with status ${status}`, { cause });
    this.status = status;
  }
}

export function loadPeople(): Promise<Person[]> {
  return call('people');
}

/** Null when the simulator runs on real time. */
export async function loadClock(): Promise<Clock | null> {
  try {
    return await call<Clock>('clock');
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return null;
    throw error;
  }
}

export function moveClock(advance: ClockStep): Promise<Clock> {
  return call('clock', { advance });
}

export function loadChat(platform: Platform, email: string): Promise<Chat> {
  return call(`chat?${new URLSearchParams({ platform, email })}`);
}

/** The address of the events that tell that a chat has changed. */
export function streamAddress(platform: Platform, email: string): string {
  return `/playground/api/stream?${new URLSearchParams({ platform, email })}`;
}

export function sendTeamsMessage(email: string, text: string): Promise<true> {
  return reachBot('teams/message', { email, text });
}

export interface ExecutedAction {
  type: 'Action.Execute';
  id?: string | undefined;
  verb: string;
  data: object;
}

/** `status` is the one inside the bot's answer, which can be a refusal though HTTP went well. */
export function executeTeamsAction(
  email: string,
  messageId: string,
  action: ExecutedAction,
  inputs: object,
): Promise<{ status: number; notice?: string }> {
  return call('teams/execute', { email, messageId, action, inputs });
}

export function submitTeamsAction(email: string, messageId: string, data: object, inputs: object): Promise<true> {
  return reachBot('teams/submit', { email, messageId, data, inputs });
}

export function sendSlackMessage(email: string, text: string): Promise<true> {
  return reachBot('slack/message', { email, text });
}

/** @param text what stands after the name of the command */
export function sendSlackCommand(email: string, text: string): Promise<true> {
  return reachBot('slack/command', { email, text });
}

export type SlackContainer = { message: string } | { view: string };

export function sendSlackAction(
  email: string,
  container: SlackContainer,
  action: SlackAction,
  state: ViewState,
): Promise<true> {
  return reachBot('slack/action', { email, container, action, state });
}

/** What is wrong, by block id, when the bot refused. */
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

/** Fails when the bot did, too. */
async function reachBot(path: string, body: object): Promise<true> {
  const { status = 200 } = await call<{ status?: number }>(path, body);
  if (status >= 400) throw new RequestFailed(path, status);
  return true;
}

async function call<Answer>(path: string, body?: object): Promise<Answer> {
  const request = body
    ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    : {};
  const response = await fetch(`/playground/api/${path}`, request).catch((cause: unknown) => {
    throw new RequestFailed(path, 0, cause);
  });
  if (!response.ok) throw new RequestFailed(path, response.status, await response.text());
  return (await response.json()) as Answer;
}
