/** At most `calls` in any `seconds`. */
interface Limit {
  calls: number;
  seconds: number;
}

/**
 * Teams' limits for one conversation:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit
 */
const teamsThread: readonly Limit[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1800, seconds: 3600 },
];

/** For all conversations of one tenant; the newer page says 50. */
const teamsTenant: readonly Limit[] = [{ calls: 30, seconds: 1 }];

/** https://docs.slack.dev/apis/web-api/rate-limits: the special tier of chat.postMessage. */
const slackChannel: readonly Limit[] = [{ calls: 1, seconds: 1 }];

/** Calls a minute by tier, for one workspace. */
const tiers = { 2: 20, 3: 50, 4: 100 } as const;

/** The tier of each method, as its own page says; those that are not here have none that a bot could reach. */
const tierOf: Readonly<Record<string, keyof typeof tiers>> = {
  'chat.delete': 3,
  'chat.postEphemeral': 4,
  'chat.update': 3,
  'conversations.history': 3,
  'conversations.open': 3,
  'files.info': 4,
  'users.info': 4,
  'users.list': 2,
  'users.lookupByEmail': 3,
  'views.open': 4,
  'views.publish': 4,
  'views.push': 4,
  'views.update': 4,
};

/** Counts the bot's calls, and says which are too many for the platforms. */
export class Rates {
  private readonly ticks: () => number;
  private readonly let: Map<string, number[]> = new Map();

  /** @param ticks the time in milliseconds; it only grows */
  constructor(ticks: () => number = () => performance.now()) {
    this.ticks = ticks;
  }

  /** Gives the whole seconds to wait before a message to this conversation; null lets it in, and counts it. */
  teams(tenant: string, conversation: string): number | null {
    return this.count([
      [`teams ${tenant}`, teamsTenant],
      [`teams ${tenant} ${conversation}`, teamsThread],
    ]);
  }

  /** The same for a call of Slack's Web API; `channel` counts for new messages alone. */
  slack(workspace: string, method: string, channel: string): number | null {
    if (method === 'chat.postMessage') return this.count([[`slack ${workspace} ${channel}`, slackChannel]]);
    const tier = tierOf[method];
    if (tier === undefined) return null;
    return this.count([[`slack ${workspace} ${method}`, [{ calls: tiers[tier], seconds: 60 }]]]);
  }

  private count(wanted: ReadonlyArray<readonly [string, readonly Limit[]]>): number | null {
    const now = this.ticks();
    const waits = wanted.flatMap(([name, limits]) => limits.map((limit) => this.waitFor(name, limit, now)));
    const longest = Math.max(0, ...waits);
    if (longest > 0) return Math.ceil(longest / 1000);
    for (const [name, limits] of wanted) {
      const kept = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
      this.let.set(name, [...(this.let.get(name) ?? []).filter((at) => now - at < kept), now]);
    }
    return null;
  }

  /** The milliseconds until one more is not too many. */
  private waitFor(name: string, { calls, seconds }: Limit, now: number): number {
    const oldest = (this.let.get(name) ?? []).at(-calls);
    return oldest === undefined ? 0 : Math.max(0, oldest + seconds * 1000 - now);
  }
}
