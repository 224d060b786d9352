import { createPrivateKey, createPublicKey } from 'node:crypto';
import { makeSigningKey, type SigningKey } from '../simulator/teams/tokens.ts';
import { keepForRun, madeInRun } from './run-log/kept.ts';

/** The keys of all simulators of a run: making one takes a tenth of a second, and several hundred are started. */
export const signingKeys = { channel: () => keyOfRun('channel.pem'), entra: () => keyOfRun('entra.pem') };

function keyOfRun(name: string): SigningKey {
  const privateKey = createPrivateKey(madeInRun(name) ?? keepForRun(name, makeKey()));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function makeKey(): string {
  return String(makeSigningKey().privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
