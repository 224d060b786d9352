import { mkdir } from 'node:fs/promises';
import { directoryOf } from '../../models/people/directory.ts';
import { type Bot, startBot } from '../bot.ts';
import { type Config, ConfigError } from '../config/config.ts';
import type { Emulators } from '../config/local.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import { sdkLogger, slackClient } from '../slack/send/client.ts';
import { usualPerSecond } from '../teams/teams.ts';
import { openPlaygroundClock } from './playground-clock.ts';
import { prepareSample } from './sample-municipality.ts';

/**
 * Local mode between foreign emulators: the bot with the sample municipality, whose people the emulators know by their
 * e-mail addresses. A platform without an emulator is not served.
 */
export async function startWithEmulators(
  config: Config,
  { teams, slack }: Emulators,
  database: Database,
  log: Log,
): Promise<Bot> {
  await mkdir(config.dataFolder, { recursive: true });
  const clock = await openPlaygroundClock(config.dataFolder);
  const { organisation } = await prepareSample(database, clock.now);
  const directory = directoryOf(database.stored);
  if (teams) await directory.connect('teams', teams.tenantId, organisation.id);
  if (slack) await directory.connect('slack', await workspaceOf(slack, log), organisation.id);
  return startBot({
    database,
    teams: teams && {
      access: { kind: 'emulator' },
      serviceUrls: teams.serviceUrls,
      tenants: [teams.tenantId],
      graph: null,
      perSecond: usualPerSecond,
      now: clock.now,
    },
    slack,
    port: config.port,
    host: config.host,
    publicUrl: `http://${config.host}:${config.port}`,
    now: clock.now,
    log,
  });
}

/** Only the emulator knows the workspace. */
async function workspaceOf(slack: NonNullable<Emulators['slack']>, log: Log): Promise<string> {
  try {
    const { team_id: team } = await slackClient(slack.botToken, slack, sdkLogger(log, 'slack')).auth.test();
    if (team) return team;
  } catch (error) {
    log.warn({ err: error }, 'the Slack emulator did not answer');
  }
  throw new ConfigError(
    `SLACK_API_URL ${slack.apiUrl} does not answer auth.test with a team_id: start the emulator first, and check SLACK_BOT_TOKEN.`,
  );
}
