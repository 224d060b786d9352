import { AppCredentials } from 'botframework-connector';
import type { Log } from '../log.ts';
import { type SlackAccess, sdkLogger, slackClient } from '../slack/send/client.ts';
import { type AppRegistration, registrationCredentials } from './credentials.ts';

const channelScope = 'https://api.botframework.com';
const login = 'https://login.microsoftonline.com/botframework.com';

/**
 * Tries the credentials of both platforms once, so that a wrong or outdated secret is in the log at the start and not at
 * the first answer. Nothing depends on it: a platform that is down does not keep the bot from starting. The token of each
 * installed workspace of Slack is tried by its first use.
 */
export async function tryCredentials(
  { teams, slack }: { teams: { registration: AppRegistration } | null; slack: SlackAccess | null },
  log: Log,
): Promise<void> {
  const tries = [
    ['teams', () => teams && teamsToken(teams.registration)],
    ['slack', () => slack && 'botToken' in slack && askSlack(slack, log)],
  ] as const;
  await Promise.all(
    tries.map(async ([platform, attempt]) => {
      try {
        await attempt();
      } catch (error) {
        log.warn({ platform, err: error }, 'credentials not accepted');
      }
    }),
  );
}

async function teamsToken(registration: AppRegistration): Promise<void> {
  const credentials = await registrationCredentials(registration).createCredentials(
    registration.appId,
    channelScope,
    login,
    true,
  );
  if (!(credentials instanceof AppCredentials)) throw new Error('the SDK made other credentials than expected');
  await credentials.getToken(true);
}

async function askSlack(access: SlackAccess & { botToken: string }, log: Log): Promise<void> {
  await slackClient(access.botToken, access, sdkLogger(log, 'slack')).auth.test();
}
