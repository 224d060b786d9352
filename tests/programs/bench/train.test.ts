import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../../../training/train.ts';

test('the models are those that the labelled texts give', () => {
  const made = Object.entries(models());
  expect(made.length).toBe(3);
  for (const [path, content] of made) {
    const isSame = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8') === content;
    expect([path, isSame]).toEqual([path, true]);
  }
}, 300_000);
