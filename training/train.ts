import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { localVectors } from '../bot/embedder/local-vectors.ts';
import { intentFacts, intentFeatures, meaningColumns } from '../domain/conversation/intents/features.ts';
import { type Intent, intents, pendings, speakers } from '../domain/conversation/intents/intent.ts';
import { areaFeatures, kindFeatures, nothing } from '../domain/requests/suggest-fields/features.ts';
import { classifierOf, type Model, together } from '../domain/text/classifier/classifier.ts';
import { vectorFeatures } from '../domain/text/classifier/features.ts';
import { dimensions, type Vector } from '../domain/text/embedder.ts';
import { areas, kinds } from '../domain/vocabulary.ts';
import { type Spread, spreadOf, trainMeaning } from './train-meaning.ts';
import { type Example, type Settings, trainModel } from './train-model.ts';

/**
 * `npm run train` makes the models in `domain/` from the labelled texts in `training/texts/`. The same texts give the
 * same files; a test holds that. `-- --embedder local` makes those that read the vectors of the local embedder, which must
 * be installed; they may differ a little with the processor. `-- --leave-out` trains without each hand in turn, prints how often the first
 * guess is right in that one, and writes to docs/danish.md how often readings are right that are so and so likely; with `--embedder local` those
 * of words and meaning together. docs/danish.md has the method and the figures.
 */
const settings: Settings = { epochs: 25, decay: 0.00003, rate: 0.3, balance: 0.75 };

/** Chosen on the hands that were left out, as `Settings.sharpness` says. */
const sharpness = {
  words: { area: 1, kind: 1.2, intent: 1.6 },
  meaning: { area: 1, kind: 1, intent: 1 },
} as const;
type Reader = keyof typeof sharpness.words;
const readers = ['area', 'kind', 'intent'] as const satisfies Reader[];

/** A wish; without area and kind it tells neither. */
const wish = z.object({
  text: z.string(),
  area: z.enum([...areas, nothing]).default(nothing),
  kind: z.enum([...kinds, nothing]).default(nothing),
});
const said = z.object({
  text: z.string(),
  role: z.enum(speakers),
  pending: z.enum(pendings),
  intent: z.enum(intents),
});

/** Small talk, which has neither area nor kind. */
const small = ['thanks', 'greeting', 'yes', 'no', 'cancel', 'help', 'who', 'language'] satisfies Intent[];
const isSmall = (intent: Intent) => small.some((one) => one === intent);

/** The lines of a file of `training/texts/`. Throws an error that names the file and the line of one that is wrong. */
function linesOf<Line>(file: string, line: z.ZodType<Line>): Line[] {
  const path = join(import.meta.dirname, 'texts', file);
  const rows = readFileSync(path, 'utf8').trimEnd().split('\n');
  return rows.map((row, at) => {
    const read = line.safeParse(JSON.parse(row));
    if (!read.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** The files of a folder of `training/texts/`, in order. */
const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, 'texts', folder))
    .sort()
    .map((file) => `${folder}/${file}`);

/** What is learnt from a file, by model. */
function examplesIn(file: string) {
  if (file.startsWith('route/')) {
    const wishes = linesOf(file, wish);
    return {
      area: wishes.map(({ text, area }) => ({ text, facts: [], features: areaFeatures(text), label: area })),
      kind: wishes.map(({ text, kind }) => ({ text, facts: [], features: kindFeatures(text), label: kind })),
      intent: [],
    };
  }
  const lines = linesOf(file, said);
  // A model that has only seen wishes finds one in every greeting.
  const none = lines.filter(({ intent }) => isSmall(intent));
  return {
    area: none.map(({ text }) => ({ text, facts: [], features: areaFeatures(text), label: nothing })),
    kind: none.map(({ text }) => ({ text, facts: [], features: kindFeatures(text), label: nothing })),
    intent: lines.map(({ text, role, pending, intent }) => ({
      text,
      facts: intentFacts({ speaker: role, pending }),
      features: intentFeatures({ text, speaker: role, pending }),
      label: intent,
    })),
  };
}

type Examples = ReturnType<typeof examplesIn>;

/** A labelled text, as a model of words and one of meaning see it. */
interface Labelled<Class extends string> extends Example<Class> {
  text: string;
  facts: readonly number[];
}

/** The texts' vectors, and how they are spread. */
interface Meanings {
  vectors: ReadonlyMap<string, Vector>;
  spread: Spread;
}

const classesOf = { area: [...areas, nothing], kind: [...kinds, nothing], intent: intents } as const;
const factsOf = { area: 0, kind: 0, intent: meaningColumns - dimensions } as const;

/** Trains one model on words, or on meaning where vectors are given. */
function trainedOn(reader: Reader, all: readonly Examples[], meanings: Meanings | null): Model<string> {
  const classes: readonly string[] = classesOf[reader];
  const examples = all.flatMap((one): readonly Labelled<string>[] => one[reader]);
  if (meanings === null) return trainModel(classes, examples, { ...settings, sharpness: sharpness.words[reader] });
  const meant = examples.map(({ text, facts, label }) => ({ vector: meanings.vectors.get(text) ?? [], facts, label }));
  return trainMeaning(classes, meant, meanings.spread, factsOf[reader], sharpness.meaning[reader]);
}

async function meaningsOf(all: readonly Examples[]): Promise<Meanings> {
  const texts = new Set(all.flatMap((one) => readers.flatMap((reader) => one[reader].map(({ text }) => text))));
  const vectors = await localVectors([...texts]);
  return { vectors, spread: spreadOf([...vectors.values()]) };
}

/** A model as a module; the formatter leaves it alone. `imports`: the types of its classes, by the file that has them. */
function moduleOf(
  name: string,
  classes: string,
  imports: Readonly<Record<string, string>>,
  model: Model<string>,
): string {
  return [
    '// Made by `npm run train`; do not edit.',
    ...Object.entries({ '../../text/classifier/classifier.ts': 'Model', ...imports }).map(
      ([file, type]) => `import type { ${type} } from '${file}';`,
    ),
    '',
    `export const ${name}: Model<${classes}> = ${JSON.stringify(model, null, 2)};`,
    '',
  ].join('\n');
}

const allFiles = () => [...filesIn('route'), ...filesIn('intents')];

const wishes = 'domain/requests/suggest-fields';
const ofWishes = (type: string) => ({ '../../vocabulary.ts': type, './features.ts': 'Nothing' });
const modules = {
  area: { folder: wishes, type: 'Area | Nothing', imports: ofWishes('Area') },
  kind: { folder: wishes, type: 'Kind | Nothing', imports: ofWishes('Kind') },
  intent: { folder: 'domain/conversation/intents', type: 'Intent', imports: { './intent.ts': 'Intent' } },
} as const;

/**
 * The contents of the files of models, by their paths in the repository.
 * @param meanings for the models that read vectors; null: those that read words
 */
export function models(meanings: Meanings | null = null): Record<string, string> {
  const all = allFiles().map(examplesIn);
  return Object.fromEntries(
    readers.map((reader) => {
      const { folder, type, imports } = modules[reader];
      const name = meanings ? `${reader}-meaning-model` : `${reader}-model`;
      const constant = name.replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
      return [`${folder}/${name}.ts`, moduleOf(constant, type, imports, trainedOn(reader, all, meanings))];
    }),
  );
}

/** How likely the first guess was said to be, and whether it was right. */
interface Guess {
  reader: Reader;
  file: string;
  said: number;
  isRight: boolean;
}

/** Trains without each hand in turn, and gives the first guess for each of its texts. */
function* guessesLeavingOut(meanings: Meanings | null): Generator<Guess[]> {
  const all = allFiles().map((file) => ({ file, examples: examplesIn(file) }));
  for (const reader of readers) {
    const folder = reader === 'intent' ? 'intents/' : 'route/';
    for (const { file, examples } of all.filter((one) => one.file.startsWith(`${folder}hand-`))) {
      const others = all.filter((other) => other.file !== file).map((other) => other.examples);
      const byWords = classifierOf(trainedOn(reader, others, null));
      const byMeaning = meanings && classifierOf(trainedOn(reader, others, meanings), dimensions + factsOf[reader]);
      yield examples[reader].map(({ text, features, facts, label }: Labelled<string>) => {
        const vector = meanings?.vectors.get(text) ?? [];
        const [best] = together(
          byWords(features),
          byMeaning === null ? null : byMeaning(vectorFeatures(vector, facts)),
        );
        return { reader, file, said: best?.probability ?? 0, isRight: best?.name === label };
      });
    }
  }
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;
const shareRight = (guesses: readonly Guess[]) =>
  rounded(guesses.filter(({ isRight }) => isRight).length / guesses.length);

/** The bounds between which readings are counted together. */
const bounds = [0, 0.4, 0.55, 0.7, 0.85, 1] as const;

/** A table of how often those readings are right that are said to be so likely. */
function reliability(guesses: readonly Guess[]): string {
  const rows = bounds.slice(1).map((to, at) => {
    const from = bounds[at] ?? 0;
    const cells = readers.map((reader) => {
      const among = guesses.filter((one) => one.reader === reader && one.said > from && one.said <= to);
      if (among.length === 0) return '–';
      const said = among.reduce((sum, one) => sum + one.said, 0) / among.length;
      return `${said.toFixed(2)} → ${shareRight(among).toFixed(2)} (${among.length})`;
    });
    return `| ${from}–${to} | ${cells.join(' | ')} |`;
  });
  return ['| said | area | kind | intent |', '|---|---|---|---|', ...rows].join('\n');
}

/** Puts a table between its marks in docs/danish.md. */
function writeTable(mark: string, table: string): void {
  const path = join(import.meta.dirname, '../docs/danish.md');
  const before = readFileSync(path, 'utf8');
  const [start, end] = [`<!-- ${mark} -->\n`, `\n<!-- end -->`];
  const from = before.indexOf(start) + start.length;
  const to = before.indexOf(end, from);
  if (from < start.length || to < from) throw new Error(`docs/danish.md has no place for ${mark}`);
  writeFileSync(path, `${before.slice(0, from)}${table}${before.slice(to)}`);
}

function leaveOut(meanings: Meanings | null): void {
  const guesses: Guess[] = [];
  for (const some of guessesLeavingOut(meanings)) {
    guesses.push(...some);
    const [{ reader, file } = { reader: '', file: '' }] = some;
    console.log(JSON.stringify({ reader, file, n: some.length, right: shareRight(some) }));
  }
  for (const reader of readers) {
    const of = guesses.filter((one) => one.reader === reader);
    console.log(JSON.stringify({ reader, n: of.length, right: shareRight(of) }));
  }
  writeTable(meanings ? 'words and meaning' : 'words', reliability(guesses));
}

/** The command. A module that Jest loads can await nothing at its top. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'leave-out': { type: 'boolean', default: false }, embedder: { type: 'string', default: 'off' } },
  });
  if (!['off', 'local'].includes(values.embedder)) throw new Error('--embedder takes off or local');
  const meanings = values.embedder === 'local' ? await meaningsOf(allFiles().map(examplesIn)) : null;
  if (values['leave-out']) return leaveOut(meanings);
  for (const [path, text] of Object.entries(models(meanings))) {
    writeFileSync(join(import.meta.dirname, '..', path), text);
  }
}

if (process.argv[1] === import.meta.filename) void main();
