import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/**
 * The process itself, in place of a sandbox for each file, in which every file would load all sources and packages anew:
 * that took two fifths of a run. The files of a worker share what they import, as the parts of the bot do; what a file
 * changes about the process is set back after it.
 */
export default class ProcessEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  #console = console;
  #exit = process.exit;
  #env = process.env;
  #variables = {};

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  /** After tests/setup.ts, whose changes stay. */
  async setup() {
    this.#variables = { ...process.env };
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    process.exit = this.#exit;
    process.env = this.#env;
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    // A worker keeps the console of the file until the next: jest tells of what is logged there after the file's end.
    if (process.send === undefined) globalThis.console = this.#console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
