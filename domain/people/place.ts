/**
 * Where on a platform a chat with the bot is. What the keys hold is the platform's own matter: its edge reads them with a
 * schema of its own.
 */
export type Place = Readonly<Record<string, unknown>>;
