import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  identifyProcess,
  isRunning,
  startTimeFromProc,
  startTimeFromPs,
} from '../../../bot/database/embedded/process-identity.ts';

describe('a process identity', () => {
  test('is the same by both ways of reading, each stable for a living process', () => {
    expect(startTimeFromProc(process.pid)).toBe(startTimeFromProc(process.pid));
    expect(startTimeFromPs(process.pid)).toMatch(/\d{2}:\d{2}:\d{2} \d{4}$/);
    expect(startTimeFromPs(process.pid)).toBe(startTimeFromPs(process.pid));
  });

  test('is not running when it is of an ended process or a zombie', async () => {
    // The shell's child ends at once, and `exec sleep` never collects it: a zombie until the sleep is killed.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(createInterface(parent.stdout), 'line');
    const zombie = Number(line);
    while (!readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) await new Promise(setImmediate);
    expect(startTimeFromProc(zombie)).toBeUndefined();
    expect(startTimeFromPs(zombie)).toBeUndefined();
    const identity = identifyProcess(parent.pid ?? 0);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(identity !== undefined && isRunning(identity)).toBe(false);
  });
});
