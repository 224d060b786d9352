import { randomUUID } from 'node:crypto';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BotAnswer } from '../../answers.ts';
import type { Json } from '../../chats.ts';
import type { Faults } from '../../faults.ts';
import { route } from '../../http.ts';
import { refuse } from '../methods/method.ts';

const path = '/slack/socket';

type Kind = 'events_api' | 'interactive' | 'slash_commands';

/** Slack's end of a socket that the app opens: https://docs.slack.dev/apis/events-api/using-socket-mode. */
export class SocketMode {
  readonly server = new WebSocketServer({ noServer: true });
  readonly appToken: string | null;
  private readonly patienceMs: number;
  private readonly tickets = new Set<string>();
  private readonly answers = new Map<string, (answer: BotAnswer) => void>();
  private opened: Array<() => void> = [];

  /** @param patience the time that Slack waits for an acknowledgement, in milliseconds */
  constructor(appToken: string | null, patience: number) {
    this.appToken = appToken;
    this.patienceMs = patience;
    this.server.on('connection', (socket) => {
      socket.on('message', (data) => this.hear(String(data)));
      socket.send(JSON.stringify({ type: 'hello', num_connections: this.server.clients.size }));
      for (const tell of this.opened.splice(0)) tell();
    });
  }

  /** An address that is valid for one connection. */
  ticket(): string {
    const ticket = randomUUID();
    this.tickets.add(ticket);
    return ticket;
  }

  redeem(ticket: string | null): boolean {
    return ticket !== null && this.tickets.delete(ticket);
  }

  isOpen(): boolean {
    return this.current() !== undefined;
  }

  /** Resolves when the app opens the next one. */
  opens(): Promise<void> {
    return new Promise((resolve) => this.opened.push(resolve));
  }

  /** Sends it and waits for the app to acknowledge it. Rejects when it does not within Slack's time. */
  send(type: Kind, payload: Json, retry: Json = {}): Promise<BotAnswer> {
    const envelope_id = randomUUID();
    const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api', ...retry };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new DOMException('not acknowledged', 'TimeoutError')), this.patienceMs);
      this.answers.set(envelope_id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.current()?.send(JSON.stringify(envelope));
    });
  }

  /** Slack renews its servers: it says so and closes. */
  renew(): void {
    this.current()?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  /** The connection breaks. */
  break(): void {
    for (const socket of this.server.clients) socket.terminate();
  }

  close(): void {
    this.break();
    this.server.close();
  }

  private current(): WebSocket | undefined {
    return [...this.server.clients].findLast((socket) => socket.readyState === socket.OPEN);
  }

  private hear(text: string): void {
    const { envelope_id, payload } = JSON.parse(text) as { envelope_id: string; payload?: Json };
    const body = payload && Object.keys(payload).length > 0 ? payload : null;
    this.answers.get(envelope_id)?.({ status: 200, body });
    this.answers.delete(envelope_id);
  }
}

export function socketRoutes(server: Server, faults: Faults, socket: SocketMode, base: () => string): void {
  const call = 'apps.connections.open';
  route(server, 'post', `/slack/api/${call}`, (request, response) => {
    const allowed = socket.appToken !== null && request.headers.authorization === `Bearer ${socket.appToken}`;
    const work = async () => ({
      status: 200,
      body: allowed
        ? { ok: true, url: `${base().replace('http', 'ws')}${path}?ticket=${socket.ticket()}` }
        : refuse('invalid_auth'),
    });
    const refused = (status: number, error: string) => ({ status, body: refuse(error) });
    return faults.answer({ platform: 'slack', call, conversation: null, run: work, refuse: refused }, response);
  });
  server.server.on('upgrade', (request, connection, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname !== path || !socket.redeem(searchParams.get('ticket'))) return connection.destroy();
    socket.server.handleUpgrade(request, connection, head, (opened) => {
      socket.server.emit('connection', opened, request);
    });
  });
}
