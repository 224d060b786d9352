import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../bot/admin/list.ts';
import { openDatabase } from '../bot/database/database.ts';
import { startEmbeddedDatabase } from '../bot/database/embedded/embedded-database.ts';
import { prepareSample } from '../bot/local/sample-municipality.ts';
import { worldOf } from '../models/world.ts';

/** `node bench/import.ts` measures how long a list of 3,000 people takes on the embedded database. The aim is 3 s. */
const people = 3000;
const say = (line: string) => process.stderr.write(`${line}\n`);

const dataFolder = await mkdtemp(join(tmpdir(), 'forenklingsbot-bench-'));
const environmentFolder = join(import.meta.dirname, '../.data/python');
const server = await startEmbeddedDatabase({ dataFolder, environmentFolder, progress: say });
try {
  const database = await openDatabase(server.uri, () => undefined);
  const now = () => new Date();
  const { organisation } = await prepareSample(database, now);
  const world = worldOf(database.connection, database.stored, organisation, now);
  const measure = async (what: string, list: Buffer, removals: number | null) => {
    const start = performance.now();
    await importFile(world, list, removals, true);
    process.stdout.write(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
  };
  await measure(`${people} new people`, listOf('Skolen', 'Dam'), 120);
  await measure('the same list again', listOf('Skolen', 'Dam'), null);
  await measure(`${people} people changed alike`, listOf('Den nye skole', 'Dam'), null);
  await measure(`${people} people changed, each in another way`, listOf('Den nye skole', 'Holm'), null);
  await database.close();
} finally {
  await server.stop();
  await rm(dataFolder, { recursive: true });
}

function listOf(institution: string, familyName: string): Buffer {
  const header = 'email,name,role,administration,institution,unit,managerEmail,language';
  const rows = Array.from(
    { length: people },
    (_, at) =>
      `leder${at}@by.example,Leder ${at} ${familyName},leader,Forvaltningen,${institution},,leder0@by.example,da`,
  );
  rows[0] = `leder0@by.example,Leder 0 ${familyName},manager,Forvaltningen,${institution},,,da`;
  return Buffer.from([header, ...rows].join('\n'));
}
