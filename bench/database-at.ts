/** Gives the address of a database on a server. */
export function databaseAt(server: string, name: string): string {
  const uri = new URL(server);
  uri.pathname = `/${name}`;
  return uri.href;
}
