import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StoredMessage } from '../../domain/delivery/queue.ts';
import type { Outbox, Outcomes } from '../../domain/ports.ts';
import type { MemoryDatabase, OutboxRow } from './memory-database.ts';

/** Every row waits: nothing delivers from memory. */
export function outboxOf({ outbox }: MemoryDatabase): Outbox {
  const isTold = (to: string, message: StoredMessage) => (row: OutboxRow) =>
    row.to === to && isDeepStrictEqual(row.message, message);
  return {
    async add(messages) {
      for (const row of messages) outbox.add({ id: randomUUID(), ...row });
    },
    async has(to, message) {
      return outbox.count(isTold(to, message)) > 0;
    },
    async waits(to, message) {
      return outbox.count(isTold(to, message)) > 0;
    },
  };
}

export function outcomesOf({ outcomes }: MemoryDatabase): Outcomes {
  return {
    async find(arrival) {
      const found = outcomes.get(arrival);
      return found && { value: found.value };
    },
    async add(arrival, value) {
      outcomes.add({ key: arrival, value });
    },
  };
}
