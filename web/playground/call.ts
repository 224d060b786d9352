/** The answer was not a success; `status` is HTTP's, 0 when there was no answer at all. */
export class RequestFailed extends Error {
  readonly status: number;

  constructor(path: string, status: number, cause?: unknown) {
    super(`${path} failed with status ${status}`, { cause });
    this.status = status;
  }
}

/** Also fails when the bot did. */
export async function reachBot(path: string, body: object): Promise<true> {
  const { status = 200 } = await call<{ status?: number }>(path, body);
  if (status >= 400) throw new RequestFailed(path, status);
  return true;
}

export async function call<Answer>(path: string, body?: object): Promise<Answer> {
  const request = body
    ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    : {};
  const response = await fetch(`/playground/api/${path}`, request).catch((cause: unknown) => {
    throw new RequestFailed(path, 0, cause);
  });
  if (!response.ok) throw new RequestFailed(path, response.status, await response.text());
  return (await response.json()) as Answer;
}
