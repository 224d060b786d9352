/**
 * Calls back at every change of a chat, and once at the start. The browser reconnects by itself; a hidden page closes
 * its connection, since a browser has only six for a host and all tabs share them.
 * @returns a function that ends it
 */
export function watchChat(address: string, changed: () => void, connected: (isConnected: boolean) => void): () => void {
  let source: EventSource | null = null;

  const open = () => {
    source = new EventSource(address);
    source.addEventListener('open', () => {
      connected(true);
      changed();
    });
    source.addEventListener('change', changed);
    source.addEventListener('error', () => {
      connected(false);
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const followVisibility = () => {
    if (document.hidden) close();
    else if (!source) open();
  };

  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    close();
  };
}
