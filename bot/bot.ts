import { LRUCache } from 'lru-cache';
import { tellOfPause } from '../domain/overview/platform-paused.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Embedder } from '../domain/text/embedder.ts';
import type { Platform } from '../domain/vocabulary.ts';
import type { Channel, JobContext } from '../jobs/job.ts';
import { fileLinksOf } from '../models/conversation/file-links.ts';
import { heartbeatOf } from '../models/delivery/alive/heartbeats.ts';
import { joinInstances } from '../models/delivery/alive/instances.ts';
import { secondsBehind } from '../models/delivery/backlog.ts';
import { deliveryQueueOf } from '../models/delivery/delivery-queue.ts';
import { databaseClock } from '../models/delivery/lock-clock.ts';
import { occurrencesOf } from '../models/delivery/occurrences.ts';
import { Pace, turnsOf } from '../models/delivery/rates.ts';
import { type Directory, directoryOf } from '../models/people/directory.ts';
import { onPeopleWritten } from '../models/people/people-version.ts';
import { Admission } from './conversation/admission.ts';
import type { Edge } from './conversation/edge.ts';
import { type Patience, patience, withTimeout } from './conversation/in-time.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { type MetricsAddress, serveMetrics } from './metrics/serve.ts';
import { measureDatabase, watchDatabase } from './metrics/watch-database.ts';
import { Pauses } from './pauses.ts';
import { type RunningJobs, runJobs } from './run-jobs.ts';
import { sendRates } from './send-rates.ts';
import type { SlackAccess } from './slack/send/client.ts';
import { openSlack } from './slack/slack.ts';
import { openTeams, type TeamsSettings } from './teams/teams.ts';
import { serveFiles } from './web/files.ts';
import { serveHealth } from './web/health.ts';
import { type BoundPort, close, listen, makeServer } from './web/server.ts';
import { tabSettings } from './web/tab/settings.ts';
import { serveTab } from './web/tab/tab.ts';
import { worldsOf } from './worlds.ts';

export interface BotOptions {
  database: Database;
  teams: Omit<TeamsSettings, 'keysFailed' | 'limited'> | null;
  slack: SlackAccess | null;
  port: number | BoundPort;
  host: string;
  /** The address of the bot for browsers, without a slash at the end; null when none is configured. */
  publicUrl: string | null;
  /** The address at which the metrics are served; absent or null: nowhere. */
  metrics?: MetricsAddress | null;
  /** Whether messages are held to what the platforms allow; absent: they are not, as where simulators stand in their place. */
  isLimited?: boolean;
  now: () => Date;
  log: Log;
  /** Gives the meaning of texts; absent: words alone tell it. */
  embedder?: Embedder | null;
  /** Absent: that of the platforms. */
  patience?: Patience;
}

export interface Bot {
  port: number;
  metricsPort: number | null;
  directory: Directory;
  world(organisation: Organisation): World;
  jobs: RunningJobs;
  stop(): Promise<void>;
}

/** Milliseconds to finish what has begun: with the database's own end, the bot stops within ten seconds. */
const finishMs = 8000;

/** Arrivals of a platform that are worked on at the same time: docs/benchmarks.md has the figures of a burst. */
const mostAtOnce = 8;

/** More people than a large municipality has leaders. */
const mostSpokenTo = 10_000;

/** Wires the bot: both platforms on one port, the jobs, one database. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { database, teams, slack, port, host, publicUrl, now } = options;
  const { connection, stored } = database;
  const watch = watchDatabase(database, now);
  const metrics = makeMetrics({ backlog: watch.backlog, now });
  const log = metrics.counted(options.log);
  measureDatabase(connection, metrics.databaseUsed);
  const worlds = worldsOf(connection, stored, now, undefined, options.embedder ?? null);
  const unsubscribe = onPeopleWritten(stored.people, (failure) => {
    if (failure !== null) log.warn({ err: failure }, 'a change of people is told later');
  });
  const directory = directoryOf(stored, now, worlds.peopleOf);
  const links = fileLinksOf(stored, now);
  const edge: Edge = {
    directory,
    world: worlds.arrival,
    async fileLink(organisation, person, fileId) {
      if (publicUrl === null) return null;
      return `${publicUrl}/files/${await links.make({ organisation: organisation.id, personId: person.id, fileId })}`;
    },
    log,
    patience: options.patience ?? patience,
    admission: { teams: new Admission(mostAtOnce), slack: new Admission(mostAtOnce) },
    languages: new LRUCache({ max: mostSpokenTo }),
    lastShown: new LRUCache({ max: mostSpokenTo }),
    changed(world) {
      if (!world || worlds.hasFilledOutbox(world)) jobs.soon(world?.organisation.id);
    },
  };

  const keysFailed = (error: unknown) => log.error({ err: error, platform: 'teams' }, 'signing keys not fetched');
  const locks = databaseClock(connection);
  const instance = await joinInstances(connection, stored);
  const rates = options.isLimited ? sendRates(new Pace(turnsOf(connection), locks)) : null;
  const tellOfPauseAt = async (platform: Platform, tenant: string) => {
    const organisation = await (platform === 'teams'
      ? directory.organisation(tenant)
      : directory.organisationAt(platform, tenant));
    if (!organisation) return;
    await tellOfPause(contextOf(organisation), platform, tenant);
    jobs.soon(organisation.id);
  };
  const pauses = new Pauses(now, log, {
    counted: metrics.paused,
    began: (platform, tenant) =>
      void tellOfPauseAt(platform, tenant).catch((error: unknown) => log.error({ err: error }, 'jobs failed')),
  });
  const limited = (platform: Platform) => () => metrics.limited(platform);
  const inTeams =
    teams && openTeams({ ...teams, keysFailed, limited: limited('teams') }, edge, host, { rates, pauses });
  const inSlack = slack && (await openSlack(slack, stored, edge, { now, rates, pauses, limited: limited('slack') }));

  const context = (organisation: Organisation): JobContext => {
    const scoped = worlds.delivery(organisation);
    const channels: Partial<Record<Platform, Channel>> = {
      ...(inTeams ? { teams: inTeams.channel(organisation.id) } : {}),
      ...(inSlack ? { slack: inSlack.channel(organisation.id) } : {}),
    };
    return {
      world: scoped,
      queue: deliveryQueueOf(stored, { organisation: organisation.id, now, locks, holder: instance }),
      channels,
      rememberChat: (person, platform, place) =>
        directory.rememberChat(organisation.id, person, platform, place, false),
      closeChat: (person, platform) => directory.closeChat(organisation.id, person, platform),
      ...occurrencesOf(stored, scoped),
      heartbeat: heartbeatOf(stored, organisation.id, Date.now),
      random: Math.random,
      after(ms, call) {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
      log,
      measures: metrics.delivery,
    };
  };
  const contexts = new Map<string, { made: string; context: JobContext }>();
  /** The same as long as the organisation stays the same. */
  const contextOf = (organisation: Organisation): JobContext => {
    const made = JSON.stringify(organisation);
    const known = contexts.get(organisation.id);
    if (known?.made === made) return known.context;
    const fresh = context(organisation);
    contexts.set(organisation.id, { made, context: fresh });
    return fresh;
  };
  const jobs = runJobs(async () => (await directory.organisations()).map(contextOf), log, instance.beat);
  const webhooks = {
    teams: inTeams?.webhook ?? null,
    slack: inSlack?.webhook ?? null,
  };
  let stopping = false;
  const failed = (error: unknown) => log.error({ err: error }, 'request failed');
  const server = makeServer(webhooks, inSlack?.pages ?? {}, { failed, answered: metrics.answered });
  serveHealth(server.routes, {
    database: watch.answers,
    async backlogSeconds() {
      const backlog = await watch.backlog();
      return backlog && secondsBehind(backlog, now());
    },
    stopping: () => stopping,
  });
  serveFiles(server.routes, { links, directory, world: worlds.plain, log });
  const settings = teams && tabSettings(teams.access);
  if (settings) serveTab(server.routes, { ...teams, settings, edge, publicUrl, keysFailed });
  const served = options.metrics ? await serveMetrics(metrics, options.metrics, failed) : null;
  const boundPort = await listen(server, port, host);
  await inSlack?.start();
  // Now it hears what its messages lead to; and a start that fails has sent nothing.
  jobs.start();
  const leave = async () => {
    await jobs.stop();
    await instance.leave().catch((error: unknown) => log.error({ err: error }, 'did not stop cleanly'));
  };
  return {
    port: boundPort,
    metricsPort: served?.port ?? null,
    directory,
    world: worlds.plain,
    jobs,
    async stop() {
      stopping = true;
      const ended = Promise.all([close(server, finishMs), inSlack?.stop(), leave(), served?.stop()]);
      const inTime = await withTimeout(finishMs, ended);
      const [whole] = inTime ?? [false];
      if (!whole) log.error({ err: new Error('work under way was cut off') }, 'did not stop cleanly');
      worlds.close();
      unsubscribe();
    },
  };
}
