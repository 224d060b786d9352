import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** The address at which the metrics are served: apart from the port that the internet reaches. */
export interface MetricsAddress {
  host: string;
  port: number;
}

export interface ServedMetrics {
  port: number;
  stop(): Promise<void>;
}

/** Serves `/metrics` on an address of its own. */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: MetricsAddress,
  failed: (error: unknown) => void,
): Promise<ServedMetrics> {
  const server = createServer({ requestTimeout: 5000, connectionsCheckingInterval: 1000 }, (request, response) => {
    const answer = (status: number, headers: Record<string, string>, body: string) => {
      // Restify has changed Node's own `writeHead`, which gives nothing back now.
      response.writeHead(status, headers);
      response.end(body);
    };
    if (request.method !== 'GET' || request.url !== '/metrics') {
      answer(404, {}, '');
      return;
    }
    metrics.text().then(
      (text) => answer(200, { 'Content-Type': metrics.contentType }, text),
      (error: unknown) => {
        failed(error);
        answer(500, {}, '');
      },
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
