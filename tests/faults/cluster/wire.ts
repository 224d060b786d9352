import { createServer, type Server, Socket } from 'node:net';
import mongoose from 'mongoose';

const { deserialize } = mongoose.mongo.BSON;

/** A command of MongoDB, with the documents of its sequences (`documents`, `updates` …) among its fields. */
export type Command = Readonly<Record<string, unknown>>;

/**
 * A point on the wire: the first command that matches is kept `before` the database gets it, or its reply `after` the
 * database has done it.
 */
export interface Point {
  /** The command's name, such as `commitTransaction`. */
  command: string | readonly string[];
  moment: 'before' | 'after';
  matches?(command: Command): boolean;
  /** Keeps every later match as well, and never lets those go on. */
  closes?: true;
}

/** A command that is kept at its point. */
export interface Kept {
  command: Command;
  /** Lets it go on. */
  release(): void;
  /** Breaks the connection: it never goes on. */
  breakOff(): void;
}

type Waiting = Point & { reached(kept: Kept): void };

/**
 * Stands between bots and their database. Points at which a bot is to be killed lie here, and not in the bot: its code
 * knows nothing of them, so that no input and no setting can set one off.
 */
export class Wire {
  /** The database's address now; a new one may be elsewhere. */
  target: number;
  /** The lead of the database's clock over its machine's, in milliseconds, as `hello` tells it. */
  databaseAheadMs = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private waiting: Waiting[] = [];
  private refuses = false;

  private constructor(target: number) {
    this.target = target;
    this.server = createServer((client) => this.join(client));
  }

  static async open(target: number): Promise<Wire> {
    const wire = new Wire(target);
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  /** Waits until a command comes to the point, which then is no more. */
  at(point: Point): Promise<Kept> {
    return new Promise((reached) => this.waiting.push({ ...point, reached }));
  }

  /** Forgets the points that nothing has come to, and those that close. */
  forget(): void {
    this.waiting = [];
  }

  /** Breaks all connections, and refuses new ones until `mend`. */
  cut(): void {
    this.refuses = true;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  mend(): void {
    this.refuses = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(client: Socket): void {
    if (this.refuses) return void client.resetAndDestroy();
    const server = new Socket();
    server.connect(this.target, '127.0.0.1');
    const both = [client, server];
    const breakOff = () => {
      for (const one of both) one.destroy();
    };
    for (const one of both) {
      one.setNoDelay();
      this.sockets.add(one);
      one.on('error', breakOff);
      one.on('close', () => {
        this.sockets.delete(one);
        breakOff();
      });
    }
    /** Replies that are kept, by the id of their request. */
    const kept = new Map<number, (pass: () => void) => void>();
    client.on(
      'data',
      byMessage((message) => {
        const pass = () => void server.write(message);
        const command = commandIn(message);
        const point = command && this.take(command);
        if (!point) return pass();
        const keep = (release: () => void) => point.reached({ command, release, breakOff });
        if (point.moment === 'before') return keep(pass);
        kept.set(message.readInt32LE(4), keep);
        pass();
      }),
    );
    server.on(
      'data',
      byMessage((message) => {
        const pass = () => void client.write(this.withTime(message));
        const keep = kept.get(message.readInt32LE(8));
        if (keep) keep(pass);
        else pass();
      }),
    );
  }

  /** Sets the clock in a reply to `hello`: eight bytes behind the name. */
  private withTime(message: Buffer): Buffer {
    const at = this.databaseAheadMs === 0 ? -1 : message.indexOf(localTime);
    if (at < 0) return message;
    const changed = Buffer.from(message);
    const value = at + localTime.length;
    changed.writeBigInt64LE(changed.readBigInt64LE(value) + BigInt(this.databaseAheadMs), value);
    return changed;
  }

  private take(command: Command): Waiting | null {
    const found = this.waiting.find(({ command: names, matches }) => {
      const named = [names].flat().some((name) => name in command && Object.keys(command)[0] === name);
      return named && (matches?.(command) ?? true);
    });
    if (!found) return null;
    if (!found.closes) this.waiting = this.waiting.filter((one) => one !== found);
    return found;
  }
}

/** Cuts a stream into messages: each begins with its length. */
function byMessage(hears: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      hears(message);
    }
  };
}

/** A field of the type 9, a date. */
const localTime = Buffer.from('\u0009localTime\0');

/** OP_MSG of https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
const opMsg = 2013;
const checksumPresent = 1;

/** Null for a message that is not a command. */
function commandIn(message: Buffer): Command | null {
  if (message.readInt32LE(12) !== opMsg) return null;
  const end = message.length - (message.readUInt32LE(16) & checksumPresent ? 4 : 0);
  let command: Record<string, unknown> = {};
  for (let at = 20; at < end; ) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    if (kind === 0) command = { ...deserialize(message.subarray(at + 1, at + 1 + size)), ...command };
    else {
      const nameEnd = message.indexOf(0, at + 5);
      const documents: unknown[] = [];
      for (let next = nameEnd + 1; next < at + 1 + size; next += message.readInt32LE(next))
        documents.push(deserialize(message.subarray(next, next + message.readInt32LE(next))));
      command = { ...command, [message.toString('utf8', at + 5, nameEnd)]: documents };
    }
    at += 1 + size;
  }
  return command;
}
