import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../../../domain/vocabulary.ts';
import { nameOf, render, type SlackJson } from '../../../scripts/cards/case.ts';
import { gallery } from '../../../scripts/cards/gallery.ts';
import { readSaid } from '../../../scripts/cards/sample-words.ts';

/**
 * Slack publishes types for Block Kit, but no validator. The renderers are written with the types; here the compiler
 * checks their real output, member by member, as if a person had written it.
 */
const root = join(import.meta.dirname, '../../..');
const types = join(root, 'node_modules/@slack/types/dist/index.d.ts');

const cases = languages.flatMap((language) =>
  gallery(readSaid(), language).map((one) => ({
    title: `${nameOf(one)}.${language}`,
    value: render(one, language).slack,
  })),
);

/** Gives the compiler's message for each value that it refuses, by its title. */
async function refusedByTypes(values: ReadonlyArray<{ title: string; value: SlackJson | object }>) {
  const folder = mkdtempSync(join(tmpdir(), 'slack-types-'));
  const lines = values.map(({ value }) => `(${JSON.stringify(value)}) satisfies ${typeOf(value)};`);
  writeFileSync(
    join(folder, 'rendered.ts'),
    ["import type { HomeView, KnownBlock, ModalView } from '@slack/types';", ...lines].join('\n'),
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    types: [],
    paths: { '@slack/types': [types] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const said = await new Promise<string>((resolve) => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    execFile(
      process.execPath,
      [compiler, '-p', folder, '--pretty', 'false'],
      { cwd: folder, maxBuffer: 1e8 },
      (_, out, err) => resolve(out + err),
    );
  });
  rmSync(folder, { recursive: true });
  return said
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith(' '))
    .map((line) => {
      const [, number, problem] = /^rendered\.ts\((\d+),\d+\): (.*)$/.exec(line) ?? [];
      return `${values[Number(number) - 2]?.title ?? 'elsewhere'}: ${problem ?? line}`;
    });
}

function typeOf(value: SlackJson | object): string {
  if (!('type' in value)) return '{ text: string; blocks: KnownBlock[] }';
  return value.type === 'modal' ? 'ModalView' : 'HomeView';
}

test('makes every message, modal and Home tab fit Slack’s own types', async () => {
  expect(cases.length).toBeGreaterThan(100);
  expect(await refusedByTypes(cases)).toEqual([]);
}, 120_000);

const text = { type: 'plain_text', text: 'x' };
const message = (...blocks: object[]) => ({ text: 'x', blocks });

test('refuses a member that Slack does not know', async () => {
  const refused = await refusedByTypes([
    { title: 'fit', value: message({ type: 'section', text }) },
    { title: 'unknown block', value: message({ type: 'sektion', text }) },
    { title: 'unknown member', value: message({ type: 'section', text, bold: true }) },
    { title: 'button style', value: message({ type: 'actions', elements: [{ type: 'button', text, style: 'grøn' }] }) },
    { title: 'modal without title', value: { type: 'modal', blocks: [] } },
  ]);
  expect(refused.map((line) => line.split(':')[0])).toEqual([
    'unknown block',
    'unknown member',
    'button style',
    'modal without title',
  ]);
}, 60_000);
