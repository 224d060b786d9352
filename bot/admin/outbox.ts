import type { PersonId, RoomId } from '../../domain/ids.ts';
import { type Organisation, unitName } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { undeliveredTexts } from '../../locales/edges/undelivered.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import type { OutboxRow } from '../../models/delivery/collections.ts';
import { directoryOf } from '../../models/people/directory.ts';
import type { Database } from '../database/database.ts';
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
    const rows = await database.stored.outbox.find({ organisation: organisation.id, state: 'parked' }).lean();
    const lines = await linesOf(database, organisation, rows, ({ problem }) => {
      const code = problem ?? '';
      return Object.hasOwn(reasons, code) ? `${reasons[code as keyof typeof reasons]} (${code})` : code;
    });
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
    const rows = await database.stored.outbox.find(waiting).lean();
    const lines = await linesOf(database, organisation, rows, ({ notBefore, attempts, problem }) =>
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
    const count = await directoryOf(database.stored).sendAgain(organisation.id);
    return words.sentAgain(count);
  },
});

/** Gives a line for each row, the oldest first: when, what, to whom by name and address, and `why`. */
async function linesOf(
  database: Database,
  organisation: Organisation,
  rows: readonly OutboxRow[],
  why: (row: OutboxRow) => string,
): Promise<string[]> {
  const world = worldIn(database, organisation);
  const { kinds, line } = undeliveredTexts[organisation.language];
  const lines: string[] = [];
  for (const row of rows.toSorted((a, b) => a.order - b.order)) {
    const { kind } = row.message;
    const what = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind;
    lines.push(line(formatInstant(row.at, organisation.language), what, await recipientOf(world, row.to), why(row)));
  }
  return lines;
}

/** The name and address of a person, the unit of a channel, or the bot itself for a lane of its own work. */
async function recipientOf(world: World, to: string): Promise<string> {
  const { organisation, people, rooms } = world;
  const words = undeliveredTexts[organisation.language];
  const person = await people.byId(to as PersonId);
  if (person) return `${person.name} (${person.email})`;
  const room = await rooms.byId(to as RoomId);
  if (room)
    return words.channel(room.platform === 'teams' ? 'Teams' : 'Slack', room.unit && unitName(organisation, room.unit));
  return words.task;
}
