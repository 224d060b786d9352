/** The bot's answer over HTTP. */
export interface BotAnswer {
  status: number;
  body: unknown;
}

/** Posts to the bot as a platform does. Throws when the bot does not answer or is too slow. */
export async function postToBot(
  url: string,
  body: string,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<BotAnswer> {
  const response = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) });
  const text = await response.text();
  return { status: response.status, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
