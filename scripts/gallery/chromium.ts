import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Null when none of the usual places has a browser. */
export const installedChromium: string | null = places.find((path) => existsSync(path)) ?? null;

/** The message that names the places where a browser was looked for. */
export const noChromium = `no Chromium in any of ${places.join(', ')}`;

/** @param more arguments for the browser beside those that keep it quiet */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (installedChromium === null) throw new Error(noChromium);
  return chromium.launch({ executablePath: installedChromium, args: [...quiet, ...more] });
}
