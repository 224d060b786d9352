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
}
