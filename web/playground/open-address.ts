/** An address that may be opened from a message; no other scheme is, so that no message runs a script. */
export function isWebAddress(url: string): boolean {
  return /^(https?|mailto):/i.test(url);
}

/** Opens a page that gets neither a handle on this one nor its address. */
export function openAddress(url: string): void {
  if (isWebAddress(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
