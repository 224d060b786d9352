import { jobs } from '../jobs/index.ts';
import type { JobContext } from '../jobs/job.ts';
import type { Log } from './log.ts';

export interface RunningJobs {
  /** Begins to run them at their pace. */
  start(): void;
  /** Runs what is due now, after whatever runs already. */
  soon(): void;
  /** Runs everything once and waits for it: for tests and when the playground's clock moves. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs every job at its pace for every organisation, one run at a time, once it is started. */
export function runJobs(contexts: () => Promise<JobContext[]>, log: Log): RunningJobs {
  const due = new Map(jobs.map((job) => [job.name, 0]));
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let queued = false;

  const round = async (all: boolean) => {
    const at = Date.now();
    const dueNow = jobs.filter((job) => all || (due.get(job.name) ?? 0) <= at);
    for (const job of dueNow) due.set(job.name, at + job.everySeconds * 1000);
    for (const context of await contexts()) {
      for (const job of dueNow) {
        try {
          await job.run(context);
        } catch (error) {
          log.error({ job: job.name, organisation: context.world.organisation.id, err: error }, 'job failed');
        }
      }
    }
  };
  const after = (all: boolean) => {
    running = running
      .then(() => (stopped ? undefined : round(all)))
      .catch((error) => log.error({ err: error }, 'jobs failed'));
    return running;
  };
  let timer: NodeJS.Timeout | undefined;
  function soon() {
    if (queued || stopped || !timer) return;
    queued = true;
    due.set('deliver-outbox', 0);
    void after(false).finally(() => {
      queued = false;
    });
  }
  return {
    start() {
      timer ??= setInterval(soon, 1000);
    },
    soon,
    now: () => after(true),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
