import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../../../bot/auth/key-ring.ts';
import { installLink } from '../../../../bot/slack/install/install-link.ts';
import { keepSecrets } from '../../../run-log/kept.ts';
import { type RunningBot, type RunningBotOptions, startBotBetweenPlatforms } from '../../../running-bot.ts';

const bytes = randomBytes(32);
export const keys = new KeyRing({ id: 'tests', bytes });

export const slackClient = { id: '123.456', secret: 'client-secret-of-the-tests' };

/** A bot whose app is installed by OAuth, in no workspace yet. */
export function startOAuthBot(options: RunningBotOptions = {}): Promise<RunningBot> {
  keepSecrets((['base64', 'base64url', 'hex'] as const).map((encoding) => bytes.toString(encoding)));
  return startBotBetweenPlatforms({
    ...options,
    slack: ({ apiUrl, botUrl }) => ({
      oauth: { clientId: slackClient.id, clientSecret: slackClient.secret, keys, publicUrl: botUrl },
      signingSecret: 'signing-secret-of-the-tests',
      apiUrl,
    }),
    credentials: { slackClient },
  });
}

export interface Shown {
  status: number;
  location: string | null;
  cookie: string | null;
  headers: Headers;
  html: string;
}

/** A browser: it keeps the cookie, and goes where it is told to when it is told. */
export class Browser {
  cookie: string | null = null;

  async open(url: string, headers: Record<string, string> = {}): Promise<Shown> {
    const sent = this.cookie === null ? headers : { cookie: `other=1; ${this.cookie}; more=2`, ...headers };
    const response = await fetch(url, { redirect: 'manual', headers: sent });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0] ?? null;
    const { status } = response;
    const location = response.headers.get('location');
    return { status, location, cookie, headers: response.headers, html: await response.text() };
  }

  /** Begins at the bot and says yes, or what `answer` says, at Slack: where Slack then sends the browser. */
  async consent(begin: string, answer: Record<string, string>): Promise<string> {
    const asked = new URL((await this.open(begin)).location ?? '');
    for (const [key, value] of Object.entries(answer)) asked.searchParams.set(key, value);
    const response = await fetch(asked, { redirect: 'manual' });
    return response.headers.get('location') ?? '';
  }
}

/** An administrator of `team` installs the app. */
export async function install(bot: RunningBot, team: string, organisation?: string): Promise<Shown> {
  const browser = new Browser();
  const begin = organisation
    ? installLink(keys, bot.botUrl, organisation, bot.clock.now)
    : `${bot.botUrl}/slack/install`;
  return browser.open(await browser.consent(begin, { team }));
}
