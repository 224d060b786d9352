import { createServer } from 'node:net';

/**
 * A port that was free a moment ago, for a program of others that cannot be asked which one it took. Our own programs take
 * port 0 and tell: another program may have this one by the time it is used.
 */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
