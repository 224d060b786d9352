import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import type { Language } from '../../domain/vocabulary.ts';
import { playgroundFile } from '../../web/page-files.ts';
import type { Rendered } from '../cards/case.ts';
import { launchChromium } from './chromium.ts';
import type { GalleryPage, Platform } from './page.ts';

export const platforms = ['teams', 'slack'] as const;
export const themes = ['light', 'dark'] as const;
/** The width of the screen in CSS pixels; a chat takes a part of a wide one, beside other chats. */
export const screens = { wide: 1000, phone: 360 } as const;

export type Theme = (typeof themes)[number];
export type Screen = keyof typeof screens;

const root = join(import.meta.dirname, '../..');
const page = 'http://gallery.invalid/gallery/index.html';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

type InPage = { galleryPage: GalleryPage };

/** A browser with the gallery's page open, which draws one card at a time with the playground's own renderers. */
export interface Studio {
  tab: Page;
  /** False when the platform has no such place. */
  show(rendered: Rendered, platform: Platform, language: Language): Promise<boolean>;
  look(theme: Theme, screen: Screen): Promise<void>;
  /** The current picture, as PNG in base 64. */
  shoot(): Promise<string>;
  makeSheet(...sheet: Parameters<GalleryPage['makeSheet']>): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens it. The same card gives the same picture each time: fonts, clock zone and smoothing are fixed. */
export async function openStudio(): Promise<Studio> {
  const browser = await launchChromium(['--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars']);
  const tab = await browser.newPage({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce' });
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  await tab.route('**/*', serve);
  await tab.goto(page);
  await tab.evaluate(() => (globalThis as unknown as InPage).galleryPage.loadFonts());
  return {
    tab,
    async show(rendered, platform, language) {
      const json = rendered[platform];
      if (json === null) return false;
      await tab.evaluate((specimen) => (globalThis as unknown as InPage).galleryPage.show(specimen), {
        platform,
        json,
        language,
      });
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return true;
    },
    async look(theme, screen) {
      await tab.setViewportSize({ width: screens[screen], height: 400 });
      await tab.evaluate((wanted) => (globalThis as unknown as InPage).galleryPage.setTheme(wanted), theme);
    },
    shoot: async () => (await tab.locator('main').screenshot({ animations: 'disabled' })).toString('base64'),
    async makeSheet(...sheet) {
      const webp = await tab.evaluate(
        ([shots, columns]) => (globalThis as unknown as InPage).galleryPage.makeSheet(shots, columns),
        sheet,
      );
      return Buffer.from(webp, 'base64');
    },
    close: () => browser.close(),
  };
}

async function serve(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname.startsWith('/playground/')) {
    const file = await playgroundFile(pathname);
    return file ? route.fulfill({ contentType: file.type, body: file.body }) : route.fulfill({ status: 404 });
  }
  const path = fileOf(pathname);
  const body = await readFile(path);
  const contentType = types[extname(path)] ?? '';
  return route.fulfill({ contentType, body: extname(path) === '.ts' ? stripTypeScriptTypes(body.toString()) : body });
}

/** The page's own files, and the fonts as their packages have them. */
function fileOf(pathname: string): string {
  if (!pathname.startsWith('/fonts/')) return join(root, 'web', pathname);
  const name = pathname.slice('/fonts/'.length);
  const family = /^[a-z-]+?(?=-latin)/.exec(name)?.[0] ?? '';
  return join(root, 'node_modules/@fontsource', family, 'files', name);
}
