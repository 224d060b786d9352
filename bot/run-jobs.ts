import { type Dispatcher, dispatcherOf } from '../jobs/dispatch.ts';
import { schedules } from '../jobs/index.ts';
import type { JobContext } from '../jobs/job.ts';
import { beatMs } from '../models/delivery/alive/instances.ts';
import type { Log } from './log.ts';

export interface RunningJobs {
  /** Begins to look for work by itself. */
  start(): void;
  /**
   * Delivers what is due now, without waiting for anything that runs already.
   * @param organisation the one in which something changed; absent: all
   */
  soon(organisation?: string): void;
  /** Runs everything once and waits for it: for tests and when the playground's clock moves. */
  now(): Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** The pause after which an idle bot asks again whether another instance has put something in, or whether something has become due. */
const pollMs = 1500;
/** The pause between two looks at schedules that are due and at the organisations that there are. */
const scheduleMs = 60_000;
const organisationsMs = 30_000;

/**
 * Runs the deliveries and schedules of each organisation by themselves, so that none waits for another.
 * @param beat tells the other instances that this one lives
 */
export function runJobs(contexts: () => Promise<JobContext[]>, log: Log, beat: () => Promise<void>): RunningJobs {
  const running = new Map<string, OrganisationJobs>();
  const timers: NodeJS.Timeout[] = [];
  let stopped = false;

  const refresh = async () => {
    const all = new Map((await contexts()).map((context) => [context.world.organisation.id, context]));
    for (const [id, context] of all) {
      const known = running.get(id);
      if (known) known.context = context;
      else running.set(id, new OrganisationJobs(context, log));
    }
    for (const id of running.keys()) {
      if (all.has(id)) continue;
      running.get(id)?.stop();
      running.delete(id);
    }
  };
  const failed = (error: unknown) => log.error({ err: error }, 'jobs failed');
  const each = (work: (jobs: OrganisationJobs) => Promise<void>) => Promise.all([...running.values()].map(work));
  const every = (ms: number, work: () => Promise<unknown>) => {
    let isBusy = false;
    const tick = () => {
      if (isBusy || stopped) return;
      isBusy = true;
      work()
        .catch(failed)
        .finally(() => {
          isBusy = false;
        });
    };
    timers.push(setInterval(tick, ms));
    return tick;
  };

  return {
    start() {
      every(beatMs, beat)();
      every(pollMs, async () => void each((jobs) => jobs.poll()));
      every(scheduleMs, async () => void each((jobs) => jobs.keepSchedules()));
      every(organisationsMs, refresh);
      void refresh()
        .then(() => each((jobs) => jobs.keepSchedules()))
        .catch(failed);
    },
    soon(organisation) {
      if (stopped) return;
      for (const [id, jobs] of running) if (organisation === undefined || id === organisation) void jobs.deliver();
    },
    async now() {
      if (stopped) return;
      try {
        await refresh();
        await each(async (jobs) => {
          await jobs.keepSchedules();
          await jobs.deliver(true);
        });
      } catch (error) {
        failed(error);
      }
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await each((jobs) => jobs.stop());
    },
  };
}

/** The jobs of one organisation. Failures are logged, and what failed is tried again. */
class OrganisationJobs {
  context: JobContext;
  readonly #log: Log;
  readonly #dispatcher: Dispatcher;
  #delivering: Promise<void> | null = null;
  #schedules: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(context: JobContext, log: Log) {
    this.context = context;
    this.#log = log;
    this.#dispatcher = dispatcherOf(() => this.context);
  }

  /** Delivers what is due now; one that is under way looks again. */
  deliver(toTheEnd = false): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    const run = this.#dispatcher.run(toTheEnd);
    this.#delivering ??= this.#logged('deliver-outbox', run).finally(() => {
      this.#delivering = null;
    });
    return this.#delivering;
  }

  /** Delivers when anything is due. An idle bot costs its database no more than this one question. */
  poll(): Promise<void> {
    if (this.#delivering) return this.deliver();
    return this.#logged('deliver-outbox', this.#deliverWhenDue());
  }

  async #deliverWhenDue(): Promise<void> {
    if (!this.#stopped && (await this.context.queue.hasDue())) await this.deliver();
  }

  /** Does what is due by the calendar. Deliveries do not hold it up. */
  keepSchedules(): Promise<void> {
    this.#schedules = this.#schedules.then(async () => {
      for (const schedule of schedules) {
        if (this.#stopped) return;
        await this.#logged(schedule.name, schedule.run(this.context));
      }
    });
    return this.#schedules;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#dispatcher.stop();
    await Promise.all([this.#delivering, this.#schedules]);
  }

  async #logged(job: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#log.error({ job, organisation: this.context.world.organisation.id, err: error }, 'job failed');
    }
  }
}
