import type { KnownBlock, PlainTextElement } from '@slack/types';
import { call, RequestFailed } from './call.ts';

/** The requests and answers of the simulator's server, as JSON on the page's own host. */

export type Platform = 'teams' | 'slack';

/** A channel that a person is in together with the bot. */
export interface Room {
  id: string;
  platform: Platform;
  /** As the platform writes it: "#koncern-hr". */
  name: string;
}

export interface Person {
  email: string;
  name: string;
  /** Role, comma, place: "leder, Fjordskolen". */
  title: string;
  language: 'da' | 'en';
  installs: Platform[];
  rooms: Room[];
  /** Works there without being on the organisation's list. */
  isStranger: boolean;
}

/** The place in which a person writes: their own chat with the bot, or a room. */
export interface Place {
  email: string;
  /** A room's id; null in one's own chat. */
  room: string | null;
}

export interface ShownFile {
  name: string;
  /** In bytes. */
  size: number;
}

/** `content` is in base64. */
export interface OutgoingFile {
  name: string;
  /** Media type; empty when the browser does not know it. */
  type: string;
  content: string;
}

export interface Outgoing {
  text: string;
  file: OutgoingFile | null;
}

export interface Message {
  id: string;
  /** `person` is the reader or, in a room, somebody else. */
  from: 'bot' | 'person';
  /** The writer, in a room. */
  author?: { email: string; name: string };
  /** ISO 8601. */
  at: string;
  text?: string;
  card?: Record<string, unknown>;
  blocks?: KnownBlock[];
  files?: ShownFile[];
  /** The message in whose thread it stands. */
  thread?: string;
  /** The message that it answers, and the beginning of that message. */
  quote?: { id: string; text: string };
  edited?: boolean;
  /** Only this person sees it, and it is not stored. */
  notice?: boolean;
}

export interface SlackView {
  id: string;
  title?: PlainTextElement;
  submit?: PlainTextElement;
  close?: PlainTextElement;
  blocks: KnownBlock[];
}

/** A dialog of Teams with a card in it. */
export interface TeamsDialog {
  title: string;
  card: Record<string, unknown>;
}

export interface Chat {
  messages: Message[];
  /** The open modal. */
  view: SlackView | null;
  home: SlackView | null;
  dialog: TeamsDialog | null;
}

export type ClockStep = 'next-hour' | 'next-working-day' | 'next-week';

export interface Clock {
  /** ISO 8601. */
  now: string;
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

/** @returns the time after the move, and the one before it */
export function moveClock(advance: ClockStep): Promise<Clock & { before: string }> {
  return call('clock', { advance });
}

/** The messages from the bot that a person has got in one chat. */
export interface Arrived extends Place {
  platform: Platform;
  count: number;
}

/** @param since ISO 8601 */
export function loadNews(since: string): Promise<Arrived[]> {
  return call(`news?${new URLSearchParams({ since })}`);
}

export function loadChat(platform: Platform, place: Place): Promise<Chat> {
  return call(`chat?${query(platform, place)}`);
}

/** The address of the events about changed chats. */
export function streamAddress(platform: Platform, place: Place): string {
  return `/playground/api/stream?${query(platform, place)}`;
}

function query(platform: Platform, { email, room }: Place): string {
  return new URLSearchParams({ platform, email, ...(room === null ? {} : { room }) }).toString();
}
