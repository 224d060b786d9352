/** An address that may be opened from a message; no other scheme is, so that no message runs a script. */
export function isWebAddress(url: string): boolean {
  return /^(https?|mailto):/i.test(url);
}

/** Beside the page, which the opened one gets no hold of and is not told of. */
export function openAddress(url: string): void {
  if (isWebAddress(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
