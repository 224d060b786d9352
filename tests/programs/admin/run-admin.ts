import { runAdminCommand } from '../../../bot/admin/run-command.ts';
import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { prepareSample } from '../../../bot/local/sample-municipality.ts';
import { newTestDatabase } from '../../database.ts';
import { keepLog, keepSecrets } from '../../run-log/kept.ts';
import { tuesdayMorning } from '../../sample-domain.ts';
import { run, secretsIn } from '../programs.ts';

interface Ended {
  code: number | null;
  output: string;
}

/** Runs a command of `npm run admin --` in this process, which takes a tenth of the time that the program takes. */
export async function runAdmin(args: string[], settings: Record<string, string>): Promise<Ended> {
  keepSecrets(secretsIn(settings));
  let output = '';
  const print = (text: string) => {
    output += text;
  };
  const code = await runAdminCommand(args, settings, { out: print, error: print });
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  keepLog(lines.map((line) => `${line}\n`).join(''));
  return { code, output };
}

/** Runs the program as an operator would: each command is run so at least once. */
export async function runAdminProgram(args: string[], settings: Record<string, string>): Promise<Ended> {
  const program = run('bot/admin/main.ts', args, settings);
  return { code: await program.exit, output: program.output() };
}

/** A database with the sample municipality, as the commands reach it and as tests do. */
export async function openSample(): Promise<{ uri: string; database: Database }> {
  const { uri } = newTestDatabase();
  const database = await openDatabase(uri);
  await prepareSample(database, () => tuesdayMorning);
  return { uri, database };
}
