import mongoose from 'mongoose';
import { z } from 'zod';
import type { Given } from './group.ts';
import { isLoopback } from './loopback.ts';

const variables = {
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  /** The operator's word that they know what the embedded database is. */
  EMBEDDED_IN_PRODUCTION: z.literal('yes', 'must be yes, or left out').optional(),
  EMBEDDED_SERVER: z.string().min(1).optional(),
};

/**
 * The address of the database. The embedded one is on loopback; any other is reached through TLS that proves the
 * server.
 */
export const databaseGroup = { variables, problems };

function problems({ MONGODB_URI: uri }: Given): string[] {
  if (uri === undefined || !/^mongodb(\+srv)?:\/\//.test(uri)) return [];
  const options = readUri(uri);
  if (!options) return ['MONGODB_URI cannot be read: check its parts, and write special characters as %XX'];
  const { hosts, srvHost, tls, rejectUnauthorized, checkServerIdentity } = options;
  // An SRV record may name any host, so its hosts count as outside of this machine; an address without a host is a
  // socket file.
  if (srvHost === undefined && hosts.every(({ host }) => host === undefined || isLoopback(host))) return [];
  if (!tls) return ['MONGODB_URI must use TLS (tls=true): a host in it is not this machine'];
  // For `tlsAllowInvalidHostnames` the driver sets a function of its own, which compares no names.
  if (rejectUnauthorized === false || typeof checkServerIdentity === 'function')
    return ['MONGODB_URI must not switch off the check of certificates: a host in it is not this machine'];
  return [];
}

/**
 * Parses the address as the driver does, without connecting; null when the driver cannot. Its message may quote the
 * password.
 */
function readUri(uri: string) {
  try {
    return new mongoose.mongo.MongoClient(uri).options;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
