import { createServer } from 'node:http';

export interface ForeignConnector {
  /** As it stands in the activities of the Agents Playground. */
  serviceUrl: string;
  /** The bot's messages, oldest first. */
  received: Array<{ method: string; conversation: string; activity: string }>;
  close(): Promise<void>;
}

/** Answers as the Agents Playground's connector was seen to, and asks for no token. */
export async function startForeignConnector(email: string): Promise<ForeignConnector> {
  const received: ForeignConnector['received'] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const [, conversation = '', what] =
      /^\/_connector\/v3\/conversations\/([^/]+)\/(members|activities)/.exec(pathname) ?? [];
    const channel = pathname === '/_connector/v3/conversations' ? JSON.parse(body).channelData?.channel?.id : undefined;
    if (channel) received.push({ method: 'POST', conversation: channel, activity: body });
    const reply = channel
      ? { id: `${channel};messageid=1795530407456`, activityId: '1795530407456' }
      : what === 'members'
        ? { id: 'user', aadObjectId: '00000000-0000-4000-8000-000000000001', email, userPrincipalName: email }
        : { id: '1795530407456' };
    if (what === 'activities')
      received.push({ method: request.method ?? '', conversation: decodeURIComponent(conversation), activity: body });
    response.writeHead(what === undefined && !channel ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    serviceUrl: `http://127.0.0.1:${port}/_connector`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
