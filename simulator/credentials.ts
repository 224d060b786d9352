/** What the bot and the platforms know of each other. */
export interface Credentials {
  teamsAppId: string;
  teamsTenantId: string;
  /** The bearer by which the connector knows the bot. */
  connectorToken: string;
  slackTeamId: string;
  slackAppId: string;
  slackBotToken: string;
  slackSigningSecret: string;
  /** By which the app is installed in further workspaces; absent: in none. */
  slackClient?: { id: string; secret: string };
  /** By which the bot opens a socket; absent: it may not. */
  slackAppToken?: string;
  /** The Enterprise organisation of the workspace, and whether the app is installed in all of it. */
  slackEnterprise?: { id: string; wide: boolean };
}
