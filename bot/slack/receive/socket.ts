import { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../../log.ts';
import { clientOptions, sdkLogger } from '../send/client.ts';
import type { Dispatch } from './receive.ts';

/** Waits before a new try, in milliseconds; after the last one always that long. */
const waits = [500, 2000, 5000, 15_000, 60_000];

/** The form in which the SDK hands over everything that Slack sends through the socket. */
interface Envelope {
  body: unknown;
  ack(answer?: unknown): Promise<void>;
}

export interface Socket {
  /** Ends when the first try to connect has; the socket is kept open from then on. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Slack through a socket that the bot opens, where no address of the bot's is reached from outside. Everything is
 * acknowledged when it is done, as over HTTP; what is not acknowledged Slack sends again, and the kept outcomes make it harmless.
 * Not the SDK's own reconnecting (socket-mode 3.1.0): it gives up in a promise that nobody holds, which ends the process.
 */
export function openSocket(appToken: string, access: { apiUrl?: string }, dispatch: Dispatch, log: Log): Socket {
  const logger = sdkLogger(log, 'socket');
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    logger,
    clientOptions: clientOptions(access, logger),
  });
  const fields = { platform: 'slack' } as const;
  let failures = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const underWay = new Set<Promise<void>>();

  const connect = async () => {
    try {
      await client.start();
      if (stopped) return await client.disconnect();
      failures = 0;
      log.info(fields, 'socket open');
      client.once('disconnected', again);
    } catch (error) {
      log.error({ ...fields, err: error }, 'socket not open');
      again();
    }
  };
  const again = () => {
    if (stopped) return;
    const wait = waits[Math.min(failures, waits.length - 1)];
    failures += 1;
    timer = setTimeout(() => void connect(), wait);
  };
  client.on('slack_event', (envelope: Envelope) => {
    const work = handle(dispatch, envelope).catch((error: unknown) => {
      log.warn({ ...fields, err: error }, 'not acknowledged');
    });
    underWay.add(work);
    void work.then(() => underWay.delete(work));
  });

  return {
    start: connect,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(underWay);
      await client.disconnect();
    },
  };
}

async function handle(dispatch: Dispatch, { body, ack }: Envelope): Promise<void> {
  if (typeof body !== 'object' || body === null) return;
  const { status, body: answer } = await dispatch(body as Record<string, unknown>);
  if (status === 200) await ack(answer);
}
