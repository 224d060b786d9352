import type { Request, Response, Server } from 'restify';

export interface Health {
  /** Whether the database answers. */
  database(): Promise<boolean>;
  /** For how many seconds the oldest due row of the outbox has been due; 0 when none is, null when that is unknown. */
  backlogSeconds(): Promise<number | null>;
  stopping(): boolean;
}

/**
 * Serves what a supervisor asks: `/livez` (and `/health`) whether the process answers, `/readyz` whether it can work.
 * The age of the backlog makes nobody unready by itself: all instances share it, and none would be left to work it off.
 * `/readyz?maxBacklogSeconds=900` takes it into account.
 */
export function serveHealth(server: Server, health: Health): void {
  for (const path of ['/livez', '/health']) {
    server.get(path, async (_request: Request, response: Response) => {
      response.send(200, { ok: true });
    });
  }
  server.get('/readyz', async (request: Request, response: Response) => {
    const most = new URL(request.url ?? '', 'http://localhost').searchParams.get('maxBacklogSeconds');
    const [database, backlogSeconds] = await Promise.all([health.database(), health.backlogSeconds()]);
    const late = most !== null && !(backlogSeconds !== null && backlogSeconds <= Number(most));
    const stopping = health.stopping();
    const ok = database && !late && !stopping;
    response.send(ok ? 200 : 503, { ok, database, backlogSeconds, stopping }, { 'Cache-Control': 'no-store' });
  });
}
