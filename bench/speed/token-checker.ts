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
  /** The header of each activity; Teams also uses one token for about an hour. */
  authorization: string;
}

/** A checker of Teams tokens, in its own process. */
export interface TokenChecker {
  start(setup: CheckerSetup): Promise<void>;
  /** Checks `count` tokens at the same time. */
  together(count: number): Promise<void>;
  /** Checks `count` tokens one after the other; returns the processor time of one check, in microseconds. */
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
