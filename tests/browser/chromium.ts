import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = places.find((path) => existsSync(path));

/** On CI a missing browser is a failure; elsewhere the tests that need one are left out, and that is said loudly. */
if (!found && process.env.CI) throw new Error(`no Chromium in any of ${places.join(', ')}: CI must install one`);
if (!found) process.stderr.write('\n!! NO CHROMIUM FOUND: THE BROWSER TESTS ARE NOT RUN !!\n\n');

// Left out only where no browser is installed, see above.
export const describeInBrowser = found ? describe : describe.skip;

export function launch(): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: found ?? '', args: quiet });
}

/** Pictures of the run are kept for whoever wants to look. */
export function pictureFile(name: string): string {
  const folder = join(import.meta.dirname, '../../test-results');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
