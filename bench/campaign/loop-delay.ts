import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rounded } from '../speed/figures.ts';

/** How often the event loop is asked to do something, in milliseconds: what it takes longer, it is late by. */
const resolution = 10;

/** How late an event loop was, in milliseconds. */
export interface LoopDelay {
  p99: number;
  max: number;
}

/** Begins to measure how late this process's event loop is. */
export function watchLoop(): { reset(): void; delay(): LoopDelay } {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  const late = (nanoseconds: number) => rounded(Math.max(0, nanoseconds / 1e6 - resolution));
  return {
    reset: () => delays.reset(),
    delay: () => ({ p99: late(delays.percentile(99)), max: late(delays.max) }),
  };
}
