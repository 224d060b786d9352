import type * as teams from '@microsoft/teams-js';
import type { Language } from './wire.ts';

/** Microsoft's library, which its own script puts here. */
declare const microsoftTeams: typeof teams;

/** The page's host: Teams, or the playground's frame. */
export interface Host {
  /** A token that says who is signed in; a new one each time, since it expires. */
  token(): Promise<string>;
  /** Opens an address as the host does; null: the browser does. */
  openLink: ((url: string) => void) | null;
}

/** Longer than Teams ever takes to answer a page inside it. */
const patienceMs = 10_000;

/** Null outside of Teams. */
export async function findHost(access: 'microsoft' | 'local'): Promise<Host | null> {
  if (access === 'local') return localHost();
  await loadLibrary();
  const { app, authentication } = microsoftTeams;
  if (!(await within(patienceMs, app.initialize()))) return null;
  app.registerOnThemeChangeHandler(showTheme);
  showTheme((await app.getContext()).app.theme);
  return {
    token: () => authentication.getAuthToken(),
    openLink: (url) => void app.openLink(url),
  };
}

/** Loaded only when it is needed, since it has 213 KB. */
function loadLibrary(): Promise<void> {
  const script = document.createElement('script');
  script.src = '/tab/teams.min.js';
  const loaded = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('the library of Teams cannot be had')));
  });
  document.head.append(script);
  return loaded;
}

/** The playground's token stands in the fragment, the part of the address that a browser never sends. */
function localHost(): Host | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  return token === null ? null : { token: async () => token, openLink: null };
}

/** Returns whether it succeeded in time. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms));
  const fine = work.then(
    () => true,
    // The library rejects where there is no Teams around the page.
    () => false,
  );
  return Promise.race([fine, late]);
}

const asked = new URLSearchParams(location.search);

/** The language before the person is known: that of Teams. */
export const locale: Language = asked.get('locale')?.toLowerCase().startsWith('en') ? 'en' : 'da';

/** Teams' themes are `default`, `dark` and `contrast`; without one the page follows the reader's system. */
export function showTheme(theme = asked.get('theme') ?? ''): void {
  document.documentElement.dataset.theme = theme;
}
