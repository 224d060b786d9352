import { classes, type DeliveryClass } from '../../../domain/delivery/classes.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { deliveries, goesTo } from '../../../domain/index.ts';
import { whatOf } from '../../../models/delivery/ledger.ts';
import type { Accepted } from '../../../simulator/ledger.ts';
import { identify } from '../../../simulator/people.ts';
import { idOf } from '../../ids.ts';
import type { Scene } from './scene.ts';

/** A request that the bot has acknowledged to its leader. */
export interface Acknowledged {
  /** No other request has these words. */
  text: string;
  number: string;
}

/** The differences between ledger and database; every list is empty when all is well. */
export interface Audit {
  /** Actions that were acknowledged and are not there, or are not on their way to anybody. */
  lost: string[];
  /** Actions that are stored more often than they happened. */
  doubledEffects: string[];
  /** Messages that came to a person again, one line for each time too many. */
  doubledMessages: string[];
  /** Those of them for which no fault is known that left the delivery in doubt, or whose class forbids it. */
  unexplained: string[];
  /** Rows that still wait, and those that an administrator is to look at. */
  waiting: string[];
  parked: string[];
  /** The number of deliveries of which the bot could not know whether they arrived. */
  unknown: number;
}

/** A message to a person, wherever the bot keeps it by now. */
interface Row {
  id: string;
  kind: string;
  to: string;
  /** The same for two rows with the same content for the same person. */
  what: string;
  state: 'waiting' | 'sent' | 'settled' | 'parked';
  doubts: number;
}

/** An audit without a complaint; what came twice and what was in doubt is for the test to say. */
export const allWell = { lost: [], doubledEffects: [], unexplained: [], waiting: [], parked: [] };

/** The first words of each kind of message; a line of the ledger is of one kind at most. */
const titles: Readonly<Record<string, RegExp>> = {
  'answer-given': /^(Der er svar på dit ønske|Your request \S+ has an answer)/,
  'back-again': /^(Jeg har været væk og er her igen|I was away and am back)/,
  'campaign-prompt': /^Hvad står i vejen/,
  'platform-paused': /^(Teams|Slack) (tager ikke imod mine beskeder|does not take my messages)/,
  'request-arrived': /^(Nyt ønske|New request): /,
  'weekly-digest': /^(Ugens overblik|This week in your area)/,
};

/** Classes of which nothing may come twice: rather parked and listed. */
const mostOnce: readonly DeliveryClass[] = ['news', 'nudge'];

/**
 * The one check of all faults: holds the ledger of the platforms against the database. Nothing acknowledged is lost, every
 * effect is stored once, and messages come as often as their class allows.
 */
export async function audit(scene: Scene, acknowledged: readonly Acknowledged[]): Promise<Audit> {
  const { stored } = scene.database;
  const result: Audit = {
    lost: [],
    doubledEffects: [],
    doubledMessages: [],
    unexplained: [],
    waiting: [],
    parked: [],
    unknown: 0,
  };
  const requests = await stored.requests.find().lean();
  for (const { text, number } of acknowledged) {
    const found = requests.filter((one) => one.text === text);
    if (!found.some((one) => one.number === number)) result.lost.push(`request ${number}`);
    if (found.length > 1) result.doubledEffects.push(`${found.length} requests for ${number}`);
  }
  result.doubledEffects.push(...twice(requests.map(({ number }) => `number ${number}`)));

  const rows = await rowsOf(scene);
  result.doubledEffects.push(...twice(rows.map(({ kind, what }) => `row ${kind} ${what}`)));
  const people = await stored.people.find().lean();
  const emails = new Map(people.map(({ _id, email }) => [_id, email]));
  const posts = scene.simulator.ledger.lines.filter((line) => line.line === 'accepted' && line.does === 'post');
  for (const [key, same] of Map.groupBy(rows, ({ to, kind }) => `${kind} to ${emails.get(idOf<PersonId>(to))}`)) {
    const [{ kind, to }] = same as [Row];
    const sent = same.filter(({ state }) => state === 'sent').length;
    const open = same.filter(({ state }) => state === 'waiting' || state === 'parked');
    const doubts = same.reduce((sum, row) => sum + row.doubts, 0);
    result.unknown += doubts;
    result.waiting.push(...same.filter(({ state }) => state === 'waiting').map(({ id }) => `${key} ${id}`));
    result.parked.push(...same.filter(({ state }) => state === 'parked').map(({ id }) => `${key} ${id}`));
    const came = postsTo(posts as Accepted[], emails.get(idOf<PersonId>(to)) ?? '', kind);
    const different = new Set(came.map(({ title, reference }) => `${title} ${reference}`));
    if (different.size < sent) result.lost.push(`${key}: ${sent} sent, ${different.size} arrived`);
    if (different.size > sent + open.length) result.lost.push(`${key}: ${different.size} arrived, ${sent} sent`);
    const again = came.length - different.size;
    result.doubledMessages.push(...Array(again).fill(key));
    const forbidden = mostOnce.includes(classOf(kind));
    if (again > (forbidden ? 0 : doubts)) result.unexplained.push(`${key}: ${again} times again, ${doubts} in doubt`);
  }
  return result;
}

function twice(keys: readonly string[]): string[] {
  return [...Map.groupBy(keys, (key) => key)].filter(([, same]) => same.length > 1).map(([key]) => key);
}

function postsTo(posts: readonly Accepted[], email: string, kind: string): Accepted[] {
  const { conversation, slackChannel } = identify({ email } as Parameters<typeof identify>[0]);
  const title = titles[kind];
  if (!title) throw new Error(`the audit does not know how ${kind} reads`);
  return posts.filter((one) => [conversation, slackChannel].includes(one.conversation) && title.test(one.title));
}

function classOf(kind: string): DeliveryClass {
  const name = (deliveries as Readonly<Record<string, { class?: unknown }>>)[kind]?.class;
  return typeof name === 'string' && name in classes ? (name as DeliveryClass) : 'reply';
}

async function rowsOf({ database: { stored } }: Scene): Promise<Row[]> {
  // In the direction in which rows move, so that none is missed between the two.
  const queued = await stored.outbox.find().lean();
  const done = await stored.deliveries.find().lean();
  const left = new Set(done.map(({ _id }) => _id));
  const waiting = queued
    // A holder that was killed between the two has written the line and left the row.
    .filter(({ _id }) => !left.has(_id))
    .map(({ _id: id, message, to, state, doubts, attempts, claim }) => {
      const { kind } = message;
      return { id, kind, to, what: whatOf(to, message), state, doubts: doubts ?? (claim ? attempts : 0) };
    });
  const ended = done.map(({ _id: id, kind, to, what, result: state, doubts, repeats }) => {
    return { id, kind, to, what, state, doubts: doubts + repeats };
  });
  return [...waiting, ...ended].filter(({ kind }) => goesTo('person', kind));
}
