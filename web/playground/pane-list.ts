import type { Platform } from './api.ts';

/** The chat that a pane shows. */
export interface PaneKey {
  platform: Platform;
  email: string;
  /** A room's id; null in the person's own chat with the bot. */
  room: string | null;
}

/** More panes do not fit side by side, and each holds one of the browser's six connections to a host. */
export const mostPanes = 4;

/** `#teams:mail@x,slack:mail2@y/room`, so that a reload and a shared link keep the panes. */
export function formatPanes(panes: readonly PaneKey[]): string {
  return panes.length === 0 ? '' : `#${panes.map(paneId).join(',')}`;
}

/** The panes that a hash names; `unknown` holds its parts that are not a pane, or one too many. */
export function parsePanes(hash: string): { panes: PaneKey[]; unknown: string[] } {
  const panes = new Map<string, PaneKey>();
  const unknown: string[] = [];
  for (const part of hash.replace(/^#/, '').split(',').filter(Boolean)) {
    const [, platform, email, room] = /^(teams|slack):([^/]+@[^/]+)(?:\/([^/]+))?$/.exec(part) ?? [];
    if (!isPlatform(platform) || !email || (panes.size === mostPanes && !panes.has(part))) unknown.push(part);
    else panes.set(part, { platform, email, room: room === undefined ? null : decodeURIComponent(room) });
  }
  return { panes: [...panes.values()], unknown };
}

/** `teams:mail@x`, with the room after it; also tells the panes of a page apart. */
export function paneId({ platform, email, room }: PaneKey): string {
  return `${platform}:${email}${room === null ? '' : `/${encodeURIComponent(room)}`}`;
}

function isPlatform(name: string | undefined): name is Platform {
  return name === 'teams' || name === 'slack';
}
