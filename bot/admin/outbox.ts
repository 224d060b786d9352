import type { ParkedRow } from '../../domain/delivery/parked.ts';
import { recipientOf } from '../../domain/overview/parked/parked-now.ts';
import type { World } from '../../domain/ports.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { undeliveredTexts } from '../../locales/edges/undelivered.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import { platformNames } from '../../locales/vocabulary.ts';
import { command, organisationById, worldIn } from './command.ts';

/** A message that is due for longer is stuck: in a campaign of thousands the others do not stand behind it. */
const stuckMinutes = 15;
const minuteMs = 60_000;

export const parked = command({
  takes: ['ORGANISATION'],
  async run(database, [id], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = adminTexts[organisation.language];
    const { reasons } = undeliveredTexts[organisation.language];
    const world = worldIn(database, organisation);
    const rows = await world.parked.list();
    const lines = await linesOf(world, rows, ({ problem: code }) =>
      Object.hasOwn(reasons, code) ? `${reasons[code as keyof typeof reasons]} (${code})` : code,
    );
    return [...lines, words.undeliveredCount(rows.length)].join('\n');
  },
});

export const stuck = command({
  takes: ['ORGANISATION'],
  async run(database, [id], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = undeliveredTexts[organisation.language];
    const now = Date.now();
    const since = new Date(now - stuckMinutes * minuteMs);
    const waiting = { organisation: organisation.id, state: 'waiting', notBefore: { $lt: since } } as const;
    const rows = await database.stored.outbox.find(waiting).sort({ order: 1 }).lean();
    const lines = await linesOf(worldIn(database, organisation), rows, ({ notBefore, attempts, problem }) =>
      [words.waits(Math.floor((now - notBefore.getTime()) / minuteMs), attempts), ...(problem ? [problem] : [])].join(
        ': ',
      ),
    );
    return [...lines, words.stuckCount(rows.length, stuckMinutes)].join('\n');
  },
});

export const retry = command({
  takes: ['ORGANISATION'],
  async run(database, [id], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = adminTexts[organisation.language];
    const count = await worldIn(database, organisation).parked.sendAgain();
    return words.sentAgain(count);
  },
});

/** Gives a line for each row: when, what, to whom by name and address, and `why`. */
async function linesOf<Row extends Pick<ParkedRow, 'at' | 'to' | 'message'>>(
  world: World,
  rows: readonly Row[],
  why: (row: Row) => string,
): Promise<string[]> {
  const { language } = world.organisation;
  const { kinds, line } = undeliveredTexts[language];
  const lines: string[] = [];
  for (const row of rows) {
    const { kind } = row.message;
    const what = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind;
    lines.push(line(formatInstant(row.at, language), what, await nameOf(world, row.to), why(row)));
  }
  return lines;
}

/** The name and address of a person, the unit of a channel, or the bot itself for a lane of its own work. */
async function nameOf(world: World, to: string): Promise<string> {
  const words = undeliveredTexts[world.organisation.language];
  const found = await recipientOf(world, to);
  switch (found.is) {
    case 'person':
      return `${found.person.name} (${found.person.email})`;
    case 'room':
      return words.channel(platformNames[found.room.platform], found.unit);
    case 'task':
      return words.task;
  }
}
