/**
 * The address of a chat with the bot on a platform. Only the platform's edge knows its keys, and reads them with a
 * schema of its own.
 */
export type Place = Readonly<Record<string, unknown>>;
