import type { TeamsAccess } from '../../teams/send/connector.ts';

/** The address of the tab, its sign-in, and the address of the chat that its buttons open. */
export interface TabSettings {
  access: 'microsoft' | 'local';
  appId: string;
  /** The authority whose tokens we accept; a tenant's issuer and keys are below it. */
  authority: string;
  /** The pages that may show the tab in a frame. */
  frameAncestors: readonly string[];
  /** Gives the address of the chat with the bot, with `words` ready to be sent there. */
  chat(words: string, email: string | null): string;
}

/** Microsoft's hosts of tabs: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const hostsOfTabs = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** Null without a sign-in that proves a person: an emulator knows no tabs. */
export function tabSettings(access: TeamsAccess): TabSettings | null {
  switch (access.kind) {
    case 'microsoft': {
      const { appId } = access.registration;
      return {
        access: 'microsoft',
        appId,
        authority: 'https://login.microsoftonline.com',
        frameAncestors: hostsOfTabs,
        // A chat with a bot: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
        chat: (words) =>
          `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}${words && `&message=${encodeURIComponent(words)}`}`,
      };
    }
    case 'local': {
      // The simulator plays both Microsoft's sign-in and the playground.
      const { origin } = new URL(access.metadataUrl);
      return {
        access: 'local',
        appId: access.appId,
        authority: `${origin}/entra`,
        frameAncestors: ['http://127.0.0.1:*', 'http://localhost:*'],
        chat: (_words, email) => `${origin}/playground/${email === null ? '' : `#teams:${email}`}`,
      };
    }
    case 'emulator':
      return null;
  }
}
