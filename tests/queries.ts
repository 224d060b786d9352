import type mongoose from 'mongoose';

type Filter = Readonly<Record<string, unknown>>;

/** The filters of a command; a command that looks nothing up has none. */
function filtersOf(name: string, command: mongoose.mongo.Document): Filter[] {
  const each = (all: unknown): Filter[] => (Array.isArray(all) ? all.map(({ q }: { q: Filter }) => q) : []);
  switch (name) {
    case 'find':
      return [command.filter ?? {}];
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return [command.query ?? {}];
    case 'aggregate':
      return [command.pipeline[0]?.$match ?? {}];
    case 'update':
      return each(command.updates);
    case 'delete':
      return each(command.deletes);
    default:
      return [];
  }
}

const isCondition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The names and operators of a filter without its values: what decides whether an index serves it. */
function shapeOf(value: unknown): unknown {
  // Of a list of values the first says what they are; of a list of conditions each counts.
  if (Array.isArray(value)) return (value.every(isCondition) ? value : value.slice(0, 1)).map(shapeOf);
  if (!isCondition(value)) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(Object(value)).map(([key, inner]) => [key, shapeOf(inner)]));
}

/** Whether a condition names ids one by one; a range of them, or all but some, may be nearly all documents. */
function namesIds(id: unknown): boolean {
  if (!isCondition(id)) return id !== undefined;
  return Object.keys(Object(id)).every((operator) => operator === '$in' || operator === '$eq');
}

/** The queries that a connection to a test database sends. */
export class Queries {
  private readonly connection: mongoose.Connection;
  private readonly asked = new Map<string, { collection: string; filter: Filter }>();

  constructor(connection: mongoose.Connection) {
    this.connection = connection;
    connection.getClient().on('commandStarted', ({ commandName, command }: mongoose.mongo.CommandStartedEvent) => {
      const collection: unknown = command[commandName];
      if (typeof collection !== 'string') return;
      for (const filter of filtersOf(commandName, command)) {
        // Tests empty and read whole collections.
        if (Object.keys(filter).length === 0) continue;
        const key = `${collection} ${JSON.stringify(shapeOf(filter))}`;
        if (!this.asked.has(key)) this.asked.set(key, { collection, filter });
      }
    });
  }

  /** Gives the shapes of all queries so far, and of those for which the database reads a whole collection. */
  async explained(): Promise<{ all: string[]; withoutIndex: string[] }> {
    const { db } = this.connection;
    if (!db) throw new Error('the connection to the database is not open');
    const asked = [...this.asked];
    const withoutIndex: string[] = [];
    for (const [shape, { collection, filter }] of asked) {
      // Every server takes the documents with these ids first. SecantusDB 0.7.0b3 does as well (0.9 ms of 10,000), and says
      // that it reads all when the filter names anything else.
      const looked = namesIds(filter._id) ? { _id: filter._id } : filter;
      const plan = await db.command({ explain: { find: collection, filter: looked }, verbosity: 'queryPlanner' });
      if (JSON.stringify(plan.queryPlanner.winningPlan).includes('COLLSCAN')) withoutIndex.push(shape);
    }
    return { all: asked.map(([shape]) => shape), withoutIndex };
  }
}
