import type { RunningBot } from '../../../running-bot.ts';

export type Claims = Record<string, unknown>;

export interface Shown {
  language: string;
  card: {
    title: string;
    blocks: unknown[];
    actions: Array<{ label: string; action?: string; url?: string; input: object }>;
  };
}

/** The requests of the page to the bot, as anybody could send them. */
export function tabClient(bot: RunningBot) {
  const identityOf = (email: string) => bot.simulator.teams(email).identity;
  const tokenOf = (email: string, claims: Claims = {}, header: Claims = {}) =>
    bot.simulator.entra.token(identityOf(email), claims, header);
  const get = (path: string, token: string | null) =>
    fetch(`${bot.botUrl}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  const post = (token: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${bot.botUrl}/tab/api/act`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        origin: bot.botUrl,
        ...headers,
      },
      body,
    });
  return {
    identityOf,
    tokenOf,
    get,
    post,
    home: (token: string | null) => get('/tab/api/home', token),
    request: (email: string, name: string) => get(`/tab/api/request/${encodeURIComponent(name)}`, tokenOf(email)),
    act: (email: string, action: string, input: Record<string, string>, idempotencyKey: string = crypto.randomUUID()) =>
      post(tokenOf(email), JSON.stringify({ action, input, idempotencyKey })),
    /** The card that an answer shows; throws when it shows none. */
    async shown(response: Response): Promise<Shown> {
      if (response.status !== 200) throw new Error(`the tab answered ${response.status}`);
      return (await response.json()) as Shown;
    },
  };
}

export type TabClient = ReturnType<typeof tabClient>;
