/** The secrets and ids that the bot and the platforms share. */
export interface Credentials {
  teamsAppId: string;
  teamsTenantId: string;
  /** The bearer with which the bot calls the connector. */
  connectorToken: string;
  slackTeamId: string;
  slackAppId: string;
  slackBotToken: string;
  slackSigningSecret: string;
  /** Used to install the app in further workspaces; absent: in none. */
  slackClient?: { id: string; secret: string };
  /** Used by the bot to open a socket; absent: it may not. */
  slackAppToken?: string;
  /** The Enterprise organisation of the workspace, and whether the app is installed in all of it. */
  slackEnterprise?: { id: string; wide: boolean };
}
