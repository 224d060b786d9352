import type { Response } from 'restify';
import type { Chats, Platform } from '../chats.ts';

/** Tells browsers at once that a chat has changed (Server-Sent Events). */
export class ChatStreams {
  private readonly chats: Chats;
  private readonly open = new Set<Response>();

  constructor(chats: Chats) {
    this.chats = chats;
  }

  /** Answers with a stream of the changes of chats. The first comment lets the browser know that it is connected. */
  start(response: Response, wanted: Platform, places: readonly string[]): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    const stop = this.chats.onChange(({ platform, email }) => {
      if (platform === wanted && places.includes(email)) response.write('event: change\ndata: {}\n\n');
    });
    this.open.add(response);
    response.on('close', () => {
      stop();
      this.open.delete(response);
    });
  }

  end(): void {
    for (const response of this.open) response.end();
  }
}
