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
    async find({ name, formerName, typed }) {
      const found = outcomes.get(name) ?? (formerName === null ? null : outcomes.get(formerName));
      if (!found) return null;
      return { value: found.value, at: found.at, sameWords: found.typed === null || found.typed === typed };
    },
    async add({ name, formerName, typed }, value, at) {
      outcomes.add({ key: name, value, at, typed });
      if (formerName !== null) outcomes.add({ key: formerName, value, at, typed: null });
    },
    async replace({ name, typed }, value, at) {
      outcomes.change(name, { value, at, typed });
    },
  };
}
