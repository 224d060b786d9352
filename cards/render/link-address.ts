const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a link, spelt as browsers spell it. Throws unless it is https, or http on loopback as local mode has it,
 * and without a name before the host, which would hide where it leads: any other is a defect of the card.
 */
export function linkAddress(address: string): string {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '')
    throw new Error('A link of a card leads nowhere safe');
  return url.href;
}
