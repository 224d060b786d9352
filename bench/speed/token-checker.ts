import type { Activity } from 'botbuilder';
import { channelTokens, type ProveChannel } from '../../bot/auth/channel-token.ts';
import { authentication } from '../../bot/teams/send/connector.ts';
import { answerParent } from './processes.ts';
import { cpu } from './subject.ts';

export interface CheckerSetup {
  by: 'ours' | 'sdk';
  appId: string;
  metadataUrl: string;
  serviceUrl: string;
  /** The header of each activity; Teams, too, uses a token for about an hour. */
  authorization: string;
}

/** What checks the tokens of Teams, in a process of its own. */
export interface TokenChecker {
  start(setup: CheckerSetup): Promise<void>;
  /** Checks so many at the same time. */
  together(count: number): Promise<void>;
  /** Checks so many one after the other; gives processor time for each, in microseconds. */
  inTurn(count: number): Promise<number>;
}

let check: () => Promise<unknown>;

function sdk({ appId, metadataUrl }: CheckerSetup): (...request: Parameters<ProveChannel>) => Promise<unknown> {
  const authenticator = authentication({ kind: 'local', appId, metadataUrl, connectorToken: '' });
  return (authorization, serviceUrl) => {
    const activity: Partial<Activity> = { type: 'message', channelId: 'msteams', serviceUrl };
    return authenticator.authenticateRequest(activity as Activity, authorization);
  };
}

answerParent<TokenChecker>({
  async start(setup) {
    const { by, appId, metadataUrl, serviceUrl, authorization } = setup;
    const failed = (error: unknown) => {
      throw error;
    };
    const prove = by === 'sdk' ? sdk(setup) : channelTokens({ appId, metadataUrl, now: () => new Date(), failed });
    check = () => prove(authorization, serviceUrl);
  },
  async together(count) {
    await Promise.all(Array.from({ length: count }, () => check()));
  },
  async inTurn(count) {
    const before = cpu();
    for (let checked = 0; checked < count; checked++) await check();
    return (cpu() - before) / count;
  },
});
