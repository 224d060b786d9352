import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { WhichParked } from '../../domain/delivery/parked.ts';
import type { StoredMessage } from '../../domain/delivery/queue.ts';
import type { Outbox, Outcomes, Parked } from '../../domain/ports.ts';
import type { MemoryDatabase, OutboxRow } from './memory-database.ts';

/** Nothing delivers from memory. */
export function outboxOf({ outbox }: MemoryDatabase): Outbox {
  const isTold = (to: string, message: StoredMessage) => (row: OutboxRow) =>
    row.to === to && isDeepStrictEqual(row.message, message);
  const waitingFor = (message: StoredMessage) =>
    outbox.where((row) => row.problem === null && isDeepStrictEqual(row.message, message));
  return {
    async add(messages) {
      for (const row of messages) outbox.add({ id: randomUUID(), ...row, problem: null, told: false });
    },
    async has(to, message) {
      return outbox.count(isTold(to, message)) > 0;
    },
    async waits(to, ...messages) {
      return messages.some((message) => outbox.where(isTold(to, message)).some(({ problem }) => problem === null));
    },
    async tally({ message }) {
      return { sent: 0, waiting: waitingFor(message).length };
    },
    async withdraw({ message }, most) {
      const rows = waitingFor(message).slice(-most);
      for (const { id } of rows) outbox.remove(id);
      return rows.length;
    },
  };
}

export function parkedOf({ outbox }: MemoryDatabase, now: () => Date): Parked {
  const select = ({ to, problems }: WhichParked) =>
    outbox.where(
      (row) =>
        row.problem !== null && (to === undefined || row.to === to) && (!problems || problems.includes(row.problem)),
    );
  return {
    async list() {
      return select({}).map(({ id, to, message, problem, notBefore: at }) => {
        return { id, at, to, message, problem: problem ?? '', attempts: 1, doubts: 0 };
      });
    },
    async sendAgain(which = {}) {
      const rows = select(which);
      for (const { id } of rows) outbox.change(id, { problem: null, told: false, notBefore: now() });
      return rows.length;
    },
    async tell() {
      const untold = select({}).filter(({ told }) => !told);
      for (const { id } of untold) outbox.change(id, { told: true });
      return untold.length;
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
