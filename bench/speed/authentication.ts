import { simulated } from '../../bot/local/sample-municipality.ts';
import { startKeyServer } from '../../tests/bot/auth/key-server.ts';
import { startProgram } from './processes.ts';
import type { CheckerSetup, TokenChecker } from './token-checker.ts';

/** The cost of checking that Teams sent an activity. */
export interface AuthenticationFigure {
  /** Microseconds of processor time for a warm check: the median of the rounds, the least and the greatest. */
  cpu: { median: number; min: number; max: number };
  /** Requests to the key server when `coldRequests` activities arrive at once at a cold start. */
  coldFetches: number;
}

export interface AuthenticationEffort {
  rounds: number;
  /** The number of checks in a round, and before the first round. */
  checks: number;
}

export const coldRequests = 50;

const serviceUrl = 'https://smba.trafficmanager.net/emea/';

/** Measures the bot's check and the SDK's own, each in its own process, with a key server in a third. */
export async function measureAuthentication(effort: AuthenticationEffort) {
  return { ours: await measureOne('ours', effort), sdk: await measureOne('sdk', effort) };
}

async function measureOne(
  by: CheckerSetup['by'],
  { rounds, checks }: AuthenticationEffort,
): Promise<AuthenticationFigure> {
  const server = await startKeyServer();
  const checker = startProgram<TokenChecker>(new URL('./token-checker.ts', import.meta.url));
  try {
    const appId = simulated.teamsAppId;
    const authorization = `Bearer ${server.tokens.sign(appId, serviceUrl)}`;
    await checker.ask('start', { by, appId, metadataUrl: server.metadataUrl, serviceUrl, authorization });
    await checker.ask('together', coldRequests);
    const coldFetches = server.fetches();
    await checker.ask('inTurn', checks);
    const costs: number[] = [];
    for (let round = 0; round < rounds; round++) costs.push(await checker.ask('inTurn', checks));
    costs.sort((one, other) => one - other);
    const [min = 0, median = 0, max = 0] = [costs[0], costs[Math.floor(costs.length / 2)], costs.at(-1)];
    return { cpu: { median, min, max }, coldFetches };
  } finally {
    await checker.stop();
    await server.close();
  }
}
