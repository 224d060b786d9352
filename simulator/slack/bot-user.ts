/** The bot's own user in the workspace. */
export const botUser = { userId: 'U0FORENKL', botId: 'B0FORENKL', name: 'forenklingsbot' } as const;

/** The app's slash command, as its manifest declares it. */
export const slashCommand = '/forenkling';

export const teamDomain = 'fjordby';
