import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { deliveries } from '../../domain/index.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import type { Level } from '../../jobs/log-event.ts';
import type { DeliveryMeasures } from '../../jobs/measures.ts';
import type { Backlog } from '../../models/delivery/backlog.ts';
import type { Log } from '../log.ts';
import { version } from '../version.ts';

export interface Metrics {
  delivery: DeliveryMeasures;
  /** A platform has asked for patience, in answer to a message, a change or a reply: status 429. */
  limited(platform: Platform): void;
  /** So many workspaces or tenants of a platform do not take the bot's token. */
  paused(platform: Platform, count: number): void;
  /** Gives a log that writes to `log` and counts each line, also those below its level. */
  counted(log: Log): Log;
  /** A request over HTTP was answered. `route` is a path of ours and never one that the caller made up. */
  answered(route: string, status: number, seconds: number): void;
  /** One command had a connection to the database for so long. */
  databaseUsed(seconds: number): void;
  /** Gives all figures in the text format of Prometheus. */
  text(): Promise<string>;
  contentType: string;
}

interface MetricsOptions {
  /** Asked once for each reading; null when the database does not answer. */
  backlog(): Promise<Backlog | null>;
  now(): Date;
}

/** Seconds, from one command of the database to an arrival that a platform gives up. */
const short = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds, from a reply to a campaign that waits for its turn. */
const long = [0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 900, 3600];

/** Makes the figures of one bot; docs/metrics.md tells the operator what each means. */
export function makeMetrics({ backlog, now }: MetricsOptions): Metrics {
  const registry = new Registry();
  const named = <const Label extends string>(name: string, help: string, ...labelNames: Label[]) => ({
    name: `forenklingsbot_${name}`,
    help,
    labelNames,
    registers: [registry],
  });
  collectDefaultMetrics({ register: registry });
  const info = new Gauge(named('info', 'The version that runs', 'version', 'node'));
  const waiting = new Gauge(named('backlog', 'Rows of the outbox that are due', 'class'));
  const oldest = new Gauge(named('backlog_oldest_seconds', 'How long the oldest of them has been due', 'class'));
  const parked = new Gauge(named('parked', 'Rows of the outbox that wait for an administrator', 'reason'));
  const answers = new Gauge(named('database_up', 'Whether the database answers'));
  const tries = new Counter(named('sends_total', 'Tries to deliver a row', 'class', 'result'));
  const pickUp = new Histogram({ ...named('pickup_seconds', 'From due to taken up', 'class'), buckets: long });
  const limited = new Counter(named('rate_limited_total', 'Answers with status 429 of a platform', 'platform'));
  const pauses = new Gauge(named('paused', 'Workspaces and tenants that do not take the token', 'platform'));
  const arrivals = new Histogram({
    ...named('arrival_seconds', 'From an arrival to its result', 'platform'),
    buckets: short,
  });
  const requests = new Histogram({
    ...named('http_seconds', 'From a request to its answer', 'route', 'status'),
    buckets: short,
  });
  const databaseUse = new Histogram({
    ...named('database_seconds', 'The time that commands of the database took'),
    buckets: short,
  });
  const lines = new Counter(named('log_lines_total', 'Lines of the log', 'level', 'message'));
  info.set({ version, node: process.version }, 1);

  const fill = (found: Backlog | null) => {
    for (const gauge of [waiting, oldest, parked]) gauge.reset();
    answers.set(found ? 1 : 0);
    const { due, parked: given } = found ?? { due: [], parked: [] };
    const since = new Map<string, number>();
    for (const { kind, count, oldest: at } of due) {
      const name = classOf(kind);
      waiting.inc({ class: name }, count);
      since.set(name, Math.min(since.get(name) ?? Number.POSITIVE_INFINITY, at.getTime()));
    }
    for (const [name, at] of since) oldest.set({ class: name }, Math.max(0, (now().getTime() - at) / 1000));
    for (const { problem, count } of given) parked.set({ reason: problem }, count);
  };

  return {
    delivery: {
      pickedUp: (kind, seconds) => pickUp.observe({ class: classOf(kind) }, Math.max(0, seconds)),
      tried: (kind, result) => tries.inc({ class: classOf(kind), result }),
    },
    limited: (platform) => limited.inc({ platform }),
    paused: (platform, count) => pauses.set({ platform }, count),
    counted: (log) =>
      countedLog(log, (level, message, fields) => {
        lines.inc({ level, message });
        if (message === 'handled' && 'platform' in fields && 'ms' in fields)
          arrivals.observe({ platform: String(fields.platform) }, Number(fields.ms) / 1000);
      }),
    answered: (route, status, seconds) => requests.observe({ route, status }, seconds),
    databaseUsed: (seconds) => databaseUse.observe(seconds),
    async text() {
      fill(await backlog());
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** The class of a kind; `task` for background work, `update` for cards in channels, whose class depends on the channel. */
function classOf(kind: string): string {
  const known = Object.values(deliveries).find((one) => one.kind === kind);
  if (!known) return 'unknown';
  if (!('class' in known)) return 'task';
  return typeof known.class === 'string' ? known.class : 'update';
}

type Line = (fields: object, message: string) => void;

/** Gives a log that writes to `log` and tells of each line, whatever level `log` is at. */
function countedLog(log: Log, seen: (level: Level, message: string, fields: object) => void): Log {
  const at = (level: Level): Line => {
    const write = log[level].bind(log) as Line;
    return (fields, message) => {
      seen(level, message, fields);
      write(fields, message);
    };
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
