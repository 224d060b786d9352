import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

const folder = join(import.meta.dirname, 'agents-playground');
const program = join(folder, 'node_modules/@microsoft/m365agentsplayground/cli.js');

/** The person whose chats an instance shows, as a folder with their `.m365agentsplayground.yml`. */
export type Role = 'leader' | 'owner';

export interface AgentsPlayground {
  /** The address of its page. */
  url: string;
  /** The beginning of the service URL that it gives the bot. */
  serviceUrl: string;
  stop(): Promise<void>;
}

/** A port on which an instance will run, known before the bot starts, since the bot takes only URLs it was told. */
export async function placeFor(role: Role): Promise<{ role: Role; port: number; serviceUrl: string }> {
  const port = await freePort();
  return { role, port, serviceUrl: `http://localhost:${port}/` };
}

/** Microsoft's Agents Playground, one acting person an instance, talking to the bot without tokens. */
export async function startAgentsPlayground(
  { role, port, serviceUrl }: Awaited<ReturnType<typeof placeFor>>,
  botUrl: string,
): Promise<AgentsPlayground> {
  if (!existsSync(program)) throw new Error('the Agents Playground is not installed: npm run test:clients installs it');
  const log = join(tmpdir(), `agents-playground-${port}.log`);
  const child = spawn(
    process.execPath,
    [program, 'start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: join(folder, role),
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: log },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  child.stderr.resume();
  // It writes the reason of a failure to its log file only.
  const gaveUp = closed.then(async () => {
    const said = existsSync(log) ? await readFile(log, 'utf8') : 'without a word';
    throw new Error(`the Agents Playground ended: ${said}`);
  });
  const [greeting] = await Promise.race([once(child.stdout, 'data'), gaveUp]);
  // A signal stops it in the end, which is not a failure.
  gaveUp.catch(() => undefined);
  if (!String(greeting).includes(`Listening on ${port}`)) {
    child.kill();
    throw new Error(
      `the Agents Playground runs on another port than ${port}, which the bot does not know: ${greeting}`,
    );
  }
  child.stdout.resume();
  return {
    url: serviceUrl,
    serviceUrl,
    async stop() {
      child.kill();
      await closed;
      await rm(log, { force: true });
    },
  };
}
