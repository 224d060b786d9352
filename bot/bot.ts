import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Platform } from '../domain/vocabulary.ts';
import type { Channel, JobContext } from '../jobs/job.ts';
import { fileLinksOf } from '../models/conversation/file-links.ts';
import { deliveryQueueOf } from '../models/delivery/delivery-queue.ts';
import { occurrencesOf } from '../models/delivery/occurrences.ts';
import { type Directory, directoryOf } from '../models/people/directory.ts';
import { worldOf } from '../models/world.ts';
import type { Edge } from './conversation/edge.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log.ts';
import { type RunningJobs, runJobs } from './run-jobs.ts';
import type { SlackAccess } from './slack/send/client.ts';
import { openSlack } from './slack/slack.ts';
import { emulatorDoor } from './teams/emulator.ts';
import type { GraphAccess } from './teams/install/graph.ts';
import { teamsReceiver } from './teams/receive/receive.ts';
import { teamsChannels } from './teams/send/channels.ts';
import { TeamsAdapter, type TeamsOptions } from './teams/send/connector.ts';
import { openFileDoor } from './web/file-door.ts';
import { listen, makeServer } from './web/server.ts';
import { tabSettings } from './web/tab/settings.ts';
import { openTabDoor } from './web/tab/tab-door.ts';

export interface BotOptions {
  database: Database;
  /** `tenants`: whose people are let in; activities of others are refused. `graph`: brings the app to people; or not. */
  teams: (Omit<TeamsOptions, 'keysFailed'> & { tenants: readonly string[]; graph: GraphAccess | null }) | null;
  slack: SlackAccess | null;
  port: number;
  host: string;
  /** Where people's browsers reach the bot, without a slash at the end; null when nobody has said. */
  publicUrl: string | null;
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
export async function startBot({ database, teams, slack, port, host, publicUrl, now, log }: BotOptions): Promise<Bot> {
  const { connection, stored } = database;
  const directory = directoryOf(stored, now);
  const world = (organisation: Organisation) => worldOf(connection, stored, organisation, now);
  const links = fileLinksOf(stored, now);
  const edge: Edge = {
    directory,
    world,
    async fileLink(organisation, person, fileId) {
      if (publicUrl === null) return null;
      return `${publicUrl}/files/${await links.make({ organisation: organisation.id, personId: person.id, fileId })}`;
    },
    log,
    changed: () => jobs.soon(),
  };

  const keysFailed = (error: unknown) => log.error({ err: error, platform: 'teams' }, 'signing keys not fetched');
  const adapter = teams && new TeamsAdapter({ ...teams, keysFailed });
  const inTeams = adapter && teams && teamsChannels({ teams, adapter, directory, log });
  const inSlack = slack && (await openSlack(slack, stored, edge, now));

  const context = (organisation: Organisation): JobContext => {
    const scoped = world(organisation);
    const channels: Partial<Record<Platform, Channel>> = {
      ...(inTeams ? { teams: inTeams(organisation.id) } : {}),
      ...(inSlack ? { slack: inSlack.channel(organisation.id) } : {}),
    };
    return {
      world: scoped,
      queue: deliveryQueueOf(stored, organisation.id, now),
      channels,
      rememberChat: (person, platform, place) =>
        directory.rememberChat(organisation.id, person, platform, place, false),
      claimOccurrence: occurrencesOf(stored, scoped),
      random: Math.random,
      log,
    };
  };
  const jobs = runJobs(async () => (await directory.organisations()).map(context), log);
  const teamsDoor = teams && adapter ? teamsReceiver(adapter, teams.tenants, edge) : null;
  const doors = {
    teams: teamsDoor && teams?.access.kind === 'emulator' ? emulatorDoor(teamsDoor, host) : teamsDoor,
    slack: inSlack?.door ?? null,
  };
  const server = makeServer(doors, inSlack?.pages ?? {}, (error) => log.error({ err: error }, 'request failed'));
  openFileDoor(server, { links, directory, world, log });
  const settings = teams && tabSettings(teams.access);
  if (settings) openTabDoor(server, { ...teams, settings, edge, publicUrl, keysFailed });
  const boundPort = await listen(server, port, host);
  await inSlack?.start();
  return {
    port: boundPort,
    directory,
    world,
    jobs,
    async stop() {
      await inSlack?.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Kept-alive connections without a request would hold the door open.
      server.server.closeIdleConnections();
      await closed;
      await jobs.stop();
    },
  };
}
