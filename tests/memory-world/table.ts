import type { AsyncLocalStorage } from 'node:async_hooks';
import { Collision } from '../../domain/ports.ts';

/** A transaction's view of a table, and the rows that it has written. */
export interface View {
  readonly before: ReadonlyMap<string, unknown>;
  readonly rows: Map<string, unknown>;
  readonly written: Set<string>;
}

export type Views = ReadonlyMap<object, View>;

export interface Shape<Row> {
  /** The key by which the row is found; no two rows have the same. */
  key(row: Row): string;
  /** A value that no two rows may share, beside the key. */
  unique?(row: Row): string;
}

/**
 * Rows in the order in which they were added. Rows go in and out as copies. Within a transaction, reads see what stood
 * there when it began and what it wrote itself; nobody else sees that before `commit`.
 */
export class Table<Row extends object> {
  readonly #open: AsyncLocalStorage<Views>;
  readonly #shape: Shape<Row>;
  #committed = new Map<string, Row>();

  constructor(open: AsyncLocalStorage<Views>, shape: Shape<Row>) {
    this.#open = open;
    this.#shape = shape;
  }

  /** Throws `Collision` when its key or what is unique about it is taken. */
  add(row: Row): void {
    if (this.#isTaken(row, this.#rows())) throw new Collision('somebody else was first');
    this.#write(this.#shape.key(row), copy(row));
  }

  get(key: string): Row | null {
    const found = this.#rows().get(key);
    return found ? copy(found) : null;
  }

  where(holds: (row: Readonly<Row>) => boolean): Row[] {
    return [...this.#rows().values()].filter(holds).map(copy);
  }

  all(): Row[] {
    return this.where(() => true);
  }

  count(holds: (row: Readonly<Row>) => boolean = () => true): number {
    return [...this.#rows().values()].filter(holds).length;
  }

  /** False when there is no such row. Throws `Collision` when what is to be unique about it is taken. */
  change(key: string, changes: Partial<Row>): boolean {
    const known = this.#rows().get(key);
    if (!known) return false;
    const changed = copy({ ...known, ...changes });
    if (this.#shape.key(changed) !== key) throw new Error('a change to the key of a row');
    if (this.#isTaken(changed, this.#rows(), key)) throw new Collision('somebody else has it');
    this.#write(key, changed);
    return true;
  }

  changeWhere(holds: (row: Readonly<Row>) => boolean, changes: Partial<Row>): void {
    for (const row of this.where(holds)) this.change(this.#shape.key(row), changes);
  }

  /** Adds the row, or replaces the one with its key where that stands. */
  put(row: Row): void {
    this.#write(this.#shape.key(row), copy(row));
  }

  remove(key: string): void {
    this.#write(key, null);
  }

  clear(): void {
    for (const key of [...this.#rows().keys()]) this.remove(key);
  }

  begin(): View {
    return { before: new Map(this.#committed), rows: new Map(this.#committed), written: new Set() };
  }

  /** Whether somebody else has meanwhile written what this transaction wrote, or taken what is to be unique. */
  collides(view: View): boolean {
    const afterwards = new Map(this.#committed);
    for (const key of view.written) {
      if (this.#committed.get(key) !== view.before.get(key)) return true;
      const row = view.rows.get(key) as Row | undefined;
      if (row) afterwards.set(key, row);
      else afterwards.delete(key);
    }
    return this.#hasTwoAlike(afterwards);
  }

  commit(view: View): void {
    for (const key of view.written) {
      const row = view.rows.get(key) as Row | undefined;
      if (row) this.#committed.set(key, row);
      else this.#committed.delete(key);
    }
  }

  /** The same rows, for another database. Rows are never changed in place. */
  copyFrom(other: Table<Row>): void {
    this.#committed = new Map(other.#committed);
  }

  #view(): View | undefined {
    return this.#open.getStore()?.get(this);
  }

  #rows(): Map<string, Row> {
    // A view of this table holds rows that this table put there.
    return (this.#view()?.rows as Map<string, Row> | undefined) ?? this.#committed;
  }

  #write(key: string, row: Row | null): void {
    const rows = this.#rows();
    if (row) rows.set(key, row);
    else rows.delete(key);
    this.#view()?.written.add(key);
  }

  #hasTwoAlike(rows: ReadonlyMap<string, Row>): boolean {
    const { unique } = this.#shape;
    return unique !== undefined && new Set([...rows.values()].map(unique)).size < rows.size;
  }

  #isTaken(row: Row, among: ReadonlyMap<string, Row>, except?: string): boolean {
    const { key, unique } = this.#shape;
    if (except === undefined && among.has(key(row))) return true;
    if (!unique) return false;
    return [...among].some(([other, known]) => other !== except && unique(known) === unique(row));
  }
}

/** A value as a database would give it back: nothing of the caller's own, no undefined fields. */
export function copy<Value>(value: Value): Value {
  return copied(value) as Value; // The same shape, piece by piece.
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return new Date(value);
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(copied);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Error('only plain values can be stored');
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, copied(field)]));
}
