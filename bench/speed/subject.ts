import type { Credentials } from '../../simulator/credentials.ts';

export interface SubjectSetup {
  /** The database with its name; a bare SDK uses none. */
  mongodbUri: string;
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
}

export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
