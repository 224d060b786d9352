/** Whether an address is one that the bot may call, and so one that activities may come from. */
export type AllowsServiceUrl = (serviceUrl: string) => boolean;

/**
 * An exact list: the same scheme, host and port, and the same path or one below it. An address in any other spelling
 * than the plain one is not allowed, so that nothing depends on who parses it.
 */
export function serviceUrlList(allowed: readonly string[]): AllowsServiceUrl {
  const bases = allowed.map((address) => {
    const base = plainAddress(address);
    if (!base) throw new Error(`${address} is not a plain address`);
    return base;
  });
  return (serviceUrl) => {
    const asked = plainAddress(serviceUrl);
    return asked !== null && bases.some(({ origin, path }) => asked.origin === origin && asked.path.startsWith(path));
  };
}

/** Null for whatever is not spelt as a parser would spell it: user names, dot segments, escapes, queries, fragments. */
export function plainAddress(address: string): { origin: string; path: string; hostname: string } | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || /[%?#@\\]/.test(address)) return null;
  if (url.href !== address && url.href !== `${address}/`) return null;
  const { origin, pathname, hostname } = url;
  return { origin, path: pathname.endsWith('/') ? pathname : `${pathname}/`, hostname };
}
