const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Gives the address of a link as browsers spell it. Throws, since the card is defective, unless the address is https, or
 * http on loopback as in local mode, and has no user name before the host, which would hide where it leads.
 */
export function linkAddress(address: string): string {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '')
    throw new Error('A link of a card leads nowhere safe');
  return url.href;
}
