import type { Organisation } from '../domain/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Platform } from '../domain/vocabulary.ts';
import type { Channel, JobContext } from '../jobs/job.ts';
import { deliveryQueueOf } from '../models/delivery-queue.ts';
import { type Directory, directoryOf } from '../models/directory.ts';
import { occurrencesOf } from '../models/occurrences.ts';
import { prepareCounters } from '../models/requests.ts';
import { worldOf } from '../models/world.ts';
import type { Answering } from './answer.ts';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import { type RunningJobs, runJobs } from './run-jobs.ts';
import { listen, makeServer } from './server.ts';
import { type SlackAccess, sdkLogger, slackClient } from './slack/client.ts';
import { slackChannel } from './slack/deliver.ts';
import { slackReceiver } from './slack/receive.ts';
import { type TeamsAccess, TeamsAdapter } from './teams/connector.ts';
import { teamsChannel } from './teams/deliver.ts';
import { emulatorDoor } from './teams/emulator.ts';
import { teamsReceiver } from './teams/receive.ts';

export interface BotOptions {
  database: Database;
  teams: { access: TeamsAccess; serviceUrls: readonly string[] } | null;
  slack: SlackAccess | null;
  port: number;
  host: string;
  now: () => Date;
  log: Log;
}

export interface Bot {
  port: number;
  directory: Directory;
  world(organisation: Organisation): World;
  jobs: RunningJobs;
  stop(): Promise<void>;
}

/** Wires the house: both platforms on one port, the jobs, one database. */
export async function startBot({ database, teams, slack, port, host, now, log }: BotOptions): Promise<Bot> {
  const { connection, stored } = database;
  const directory = directoryOf(stored, now);
  const world = (organisation: Organisation) => worldOf(connection, stored, organisation, now);
  const channels: Partial<Record<Platform, Channel>> = {};
  const answering: Answering = { directory, world, log, changed: () => jobs.soon() };

  const adapter = teams && new TeamsAdapter(teams.access);
  if (adapter) channels.teams = teamsChannel(adapter);
  const client = slack && slackClient(slack, sdkLogger(log, 'slack'));
  if (client) channels.slack = slackChannel(client);

  const context = (organisation: Organisation): JobContext => {
    const scoped = world(organisation);
    return {
      world: scoped,
      queue: deliveryQueueOf(stored, organisation.id, now),
      channels,
      settle: (person, platform, place) => directory.settle(organisation.id, person, platform, place, false),
      claimOccurrence: occurrencesOf(stored, scoped),
      prepareCounters: (year) => prepareCounters(stored, organisation.id, year),
      log,
    };
  };
  const jobs = runJobs(async () => (await directory.organisations()).map(context), log);
  const teamsDoor = teams && adapter ? teamsReceiver(adapter, teams.serviceUrls, answering) : null;
  const server = makeServer({
    teams: teamsDoor && teams?.access.kind === 'emulator' ? emulatorDoor(teamsDoor, host) : teamsDoor,
    slack: slack && client ? await slackReceiver(slack, client, answering) : null,
  });
  const boundPort = await listen(server, port, host);
  return {
    port: boundPort,
    directory,
    world,
    jobs,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Kept-alive connections without a request would hold the door open.
      server.server.closeIdleConnections();
      await closed;
      await jobs.stop();
    },
  };
}
