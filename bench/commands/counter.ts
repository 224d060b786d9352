import { setTimeout as wait } from 'node:timers/promises';
import type mongoose from 'mongoose';

/** The handshake, the heartbeat and the end of a session: no work of ours. */
const notCounted = new Set(['hello', 'ismaster', 'ping', 'endSessions']);

/** So long without a command, and nothing is under way: the bot waits for its next tick of a second. */
const quietMs = 300;

/** Asks the driver to tell of each command that is sent to the database at this address. */
export function monitored(uri: string): string {
  const address = new URL(uri);
  address.searchParams.set('monitorCommands', 'true');
  return address.href;
}

/** Counts the commands that a bot's connection sends, as the driver's command monitoring tells of them. */
export class CommandCounter {
  private sent: string[] = [];
  private lastAt = 0;

  /** @param connection an open connection to an address that is `monitored` */
  constructor(connection: mongoose.Connection) {
    connection.getClient().on('commandStarted', ({ commandName, command }: mongoose.mongo.CommandStartedEvent) => {
      if (notCounted.has(commandName)) return;
      const collection: unknown = command[commandName];
      this.sent.push(typeof collection === 'string' ? `${commandName} ${collection}` : commandName);
      this.lastAt = performance.now();
    });
  }

  /** Gives the commands that an action and all that it causes need, in their order. */
  async during(action: () => Promise<unknown>): Promise<readonly string[]> {
    await this.quiet();
    this.sent = [];
    await action();
    await this.quiet();
    return this.sent;
  }

  /**
   * Gives the fewest commands of several times the same action: the looks of a bot that has nothing to do come once a
   * second, and fall into some of them.
   */
  async fewest(times: number, action: () => Promise<unknown>): Promise<readonly string[]> {
    let fewest = await this.during(action);
    for (let time = 1; time < times; time++) {
      const sent = await this.during(action);
      if (sent.length < fewest.length) fewest = sent;
    }
    return fewest;
  }

  private async quiet(): Promise<void> {
    while (performance.now() - this.lastAt < quietMs) await wait(quietMs / 10);
  }
}
