import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { z } from 'zod';

const status = z.object({ pid: z.number().optional() });
const build = z.object({ version: z.string(), secantusVersion: z.string().optional() });
const hello = z.object({
  setName: z.string().optional(),
  isWritablePrimary: z.boolean().optional(),
  isreplicaset: z.boolean().optional(),
});
const replicaConfig = z.object({
  config: z.looseObject({ version: z.number(), members: z.array(z.looseObject({ host: z.string() })) }),
});

/**
 * `name` is for the operator ("SecantusDB 0.7.0b3"); `pid` is the server's own claim, undefined when it makes none.
 * `replicaSet`: the driver allows transactions only on a replica set, and is told its name.
 */
type ServerAnswer = { pid: number | undefined; name: string; replicaSet: string };

/** The name that a `mongod` of ours gives its set of one; SecantusDB calls itself `secantus`. */
export const ownReplicaSet = 'forenklingsbot';

/** Milliseconds between two looks at a `mongod` that is becoming the primary of its set. */
const lookAgainMs = 50;

/** Gives the address of a server on a loopback port, without a set that a server before its first start has not. */
function addressOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}

/** Gives the address by which the bot reaches a server on a loopback port. */
export function uriOf(port: number, replicaSet = 'secantus'): string {
  return `${addressOf(port)}&replicaSet=${replicaSet}`;
}

/**
 * Asks the server on a loopback port for its name, and has a `mongod` begin the set of which it is the one member;
 * rejects when it does not within `waitMs`, or when `givenUp` rejects first.
 */
export async function askServer(port: number, waitMs: number, givenUp?: Promise<never>): Promise<ServerAnswer> {
  const client = new mongoose.mongo.MongoClient(addressOf(port), {
    serverSelectionTimeoutMS: waitMs,
    connectTimeoutMS: waitMs,
  });
  const deadline = performance.now() + waitMs;
  const ask = async (): Promise<ServerAnswer> => {
    const { pid } = status.parse(await client.db('admin').command({ serverStatus: 1 }));
    const name = await serverName(client);
    return { pid, name, replicaSet: await primaryOf(client, port, deadline) };
  };
  try {
    return await (givenUp === undefined ? ask() : Promise.race([ask(), givenUp]));
  } finally {
    await client.close();
  }
}

/** Waits until the server is the primary of its set, which it begins or moves to its port first. @returns its name */
async function primaryOf(client: mongoose.mongo.MongoClient, port: number, deadline: number): Promise<string> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  const first = hello.parse(await admin.command({ hello: 1 }));
  if (first.setName === undefined && first.isreplicaset)
    await admin.command({ replSetInitiate: { _id: ownReplicaSet, members: [{ _id: 0, host }] } });
  else if (!first.isWritablePrimary) await moveTo(admin, host);
  for (;;) {
    const { setName, isWritablePrimary } = hello.parse(await admin.command({ hello: 1 }));
    if (setName !== undefined && isWritablePrimary) return setName;
    if (performance.now() > deadline) throw new Error('the database server does not become the primary of its set');
    await pause(lookAgainMs);
  }
}

/** Each start takes a free port, and a `mongod` whose set names another one stays out of it. */
async function moveTo(admin: mongoose.mongo.Db, host: string): Promise<void> {
  const { config } = replicaConfig.parse(await admin.command({ replSetGetConfig: 1 }));
  const [member] = config.members;
  if (!member || member.host === host) return;
  const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
  await admin.command({ replSetReconfig: moved, force: true });
}

/** Asks a server for its name and version. */
export async function serverName(client: mongoose.mongo.MongoClient): Promise<string> {
  const { version, secantusVersion } = build.parse(await client.db('admin').command({ buildInfo: 1 }));
  return secantusVersion === undefined ? `MongoDB ${version}` : `SecantusDB ${secantusVersion}`;
}
