import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { exitStatus, systemErrorCode } from './error.ts';

/** Identifies a process, even after its pid is used again. */
export const processIdentity = z.object({ pid: z.int().positive(), started: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Gives the identity of the living process `pid`, or undefined when there is none (a zombie counts as none). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Tells whether the process with this identity still lives. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.started === identity.started;
}

/**
 * Gives the start of `pid` as "<boot id>:<clock ticks since boot>", from fields 3 and 22 of /proc/<pid>/stat
 * (proc_pid_stat(5)). The boot id is part of it, because ticks begin again at every boot.
 */
export function startTimeFromProc(pid: number): string | undefined {
  const stat = readProcStat(pid);
  if (stat === undefined) return undefined;
  // The command name (field 2) may hold spaces and parentheses, so field 3 starts after the last parenthesis.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || ticks === undefined) return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
}

function readProcStat(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/**
 * Gives the start of `pid` as `ps` prints it, in seconds; locale and time zone are fixed so that two callers read the
 * same text.
 */
export function startTimeFromPs(pid: number): string | undefined {
  const line = runPs(pid);
  const [, state = 'Z', started] = line.match(/^(\S+)\s+(.+)$/) ?? [];
  return state.startsWith('Z') ? undefined : started;
}

function runPs(pid: number): string {
  try {
    return execFileSync('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    }).trim();
  } catch (error) {
    // ps ends with status 1 when no process has this pid.
    if (exitStatus(error) === 1) return '';
    throw error;
  }
}
