import { readFile } from 'node:fs/promises';
import type { Credentials } from '../../simulator/credentials.ts';

export interface SubjectSetup {
  /** The database with its name; a bare SDK that stores nothing uses none. */
  mongodbUri: string;
  /** Whether a bare SDK stores one document and replies; absent: it does nothing. */
  stores?: boolean;
  simulatorUrl: string;
  credentials: Credentials;
  port: number;
}

/** A bot under measurement, in a process of its own. */
export interface Subject {
  start(setup: SubjectSetup): Promise<void>;
  /** Resolves when all work that was asked for is done. */
  settle(): Promise<void>;
  /** Processor time of the process so far, in microseconds. */
  cpu(): number;
  memory(): Memory;
}

/** The memory of this process: what it has, and the most that it has had. */
export interface Memory {
  bytes: number;
  mostBytes: number;
}

export function memory(): Memory {
  return { bytes: process.memoryUsage().rss, mostBytes: process.resourceUsage().maxRSS * 1024 };
}

export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** A tick of the processor times in `/proc` (Linux: `getconf CLK_TCK`), in microseconds. */
const tickUs = 10_000;

/** Processor time of a process so far, in microseconds (proc(5): the 14th and 15th field of `stat`). */
export async function cpuOf(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickUs;
}
