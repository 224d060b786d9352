import mongoose from 'mongoose';
import { z } from 'zod';

const status = z.object({ pid: z.number().optional() });
const build = z.object({ version: z.string(), secantusVersion: z.string().optional() });

/** `name` is for the operator ("SecantusDB 0.7.0b3"); `pid` is the server's own claim, undefined when it makes none. */
type ServerAnswer = { pid: number | undefined; name: string };

/**
 * SecantusDB presents itself as a replica set named `secantus`; the driver allows transactions only on a replica set.
 */
export function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/?replicaSet=secantus&directConnection=true`;
}

/**
 * Asks the server on a loopback port for its name; rejects when none answers within `waitMs`, or when `givenUp` rejects
 * first.
 */
export async function askServer(port: number, waitMs: number, givenUp?: Promise<never>): Promise<ServerAnswer> {
  const client = new mongoose.mongo.MongoClient(uriOf(port), {
    serverSelectionTimeoutMS: waitMs,
    connectTimeoutMS: waitMs,
  });
  const ask = async (): Promise<ServerAnswer> => {
    const admin = client.db('admin');
    const { pid } = status.parse(await admin.command({ serverStatus: 1 }));
    return { pid, name: await serverName(client) };
  };
  try {
    return await (givenUp === undefined ? ask() : Promise.race([ask(), givenUp]));
  } finally {
    await client.close();
  }
}

/** Asks a server for its name and version. */
export async function serverName(client: mongoose.mongo.MongoClient): Promise<string> {
  const { version, secantusVersion } = build.parse(await client.db('admin').command({ buildInfo: 1 }));
  return secantusVersion === undefined ? `MongoDB ${version}` : `SecantusDB ${secantusVersion}`;
}
