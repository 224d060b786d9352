import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A machine that gives its programs an identity, as an App Service does. */
export interface Machine {
  /** What it was asked since `answers`, each as the header of its programs and the path. */
  readonly asked: readonly string[];
  /** Gives every program this answer from now on. */
  answers(answer: object): void;
}

const asked: string[] = [];
let answer: object = {};
let started: Promise<number> | undefined;

/**
 * Lets this process find the machine, until the end of the test file. It is one for all files, since Microsoft's library goes
 * on asking where it asked first.
 */
export async function onMachineWithIdentity(): Promise<Machine> {
  started ??= start();
  // An App Service tells its programs by these where to ask:
  // https://learn.microsoft.com/azure/app-service/overview-managed-identity
  const settings = { IDENTITY_ENDPOINT: `http://127.0.0.1:${await started}/msi/token`, IDENTITY_HEADER: 'header' };
  Object.assign(process.env, settings);
  return {
    asked,
    answers(given) {
      asked.length = 0;
      answer = given;
    },
  };
}

async function start(): Promise<number> {
  const server = createServer((request, response) => {
    asked.push(`${request.headers['x-identity-header']} ${request.url}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  server.on('connection', (socket) => socket.unref());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return (server.address() as AddressInfo).port;
}
