import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { localVectors } from '../bot/embedder/local-vectors.ts';
import { intentFacts, intentFeatures, meaningColumns } from '../domain/conversation/intents/features.ts';
import { type Intent, intents, pendings, speakers } from '../domain/conversation/intents/intent.ts';
import { areaFeatures, kindFeatures, nothing } from '../domain/requests/suggest-fields/features.ts';
import { classifierOf, type Model } from '../domain/text/classifier/classifier.ts';
import { dimensions, type Vector } from '../domain/text/embedder.ts';
import { areas, kinds } from '../domain/vocabulary.ts';
import { spreadOf, trainMeaning } from './train-meaning.ts';
import { type Example, type Settings, trainModel } from './train-model.ts';

/**
 * `npm run train` makes the models in `domain/` from the labelled texts in `training/texts/`. The same texts give the
 * same files; a test holds that. `-- --embedder local` makes those that read the vectors of the local embedder, which must
 * be installed; they may differ a little with the processor. `-- --leave-out` trains on all files but one at a time and prints how often the first
 * guess is right in that one. docs/danish.md has the method and the figures.
 */
const settings: Settings = { epochs: 25, decay: 0.0001, rate: 0.3, balance: 0.5 };

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

const trainedOn = (all: readonly Examples[]) => ({
  area: trainModel(
    [...areas, nothing],
    all.flatMap(({ area }) => area),
    settings,
  ),
  kind: trainModel(
    [...kinds, nothing],
    all.flatMap(({ kind }) => kind),
    settings,
  ),
  intent: trainModel(
    intents,
    all.flatMap(({ intent }) => intent),
    settings,
  ),
});

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

/** The contents of the files of models, by their paths in the repository. */
export function models(): Record<string, string> {
  const { area, kind, intent } = trainedOn([...filesIn('route'), ...filesIn('intents')].map(examplesIn));
  const wishes = 'domain/requests/suggest-fields';
  const of = (type: string) => ({ '../../vocabulary.ts': type, './features.ts': 'Nothing' });
  return {
    [`${wishes}/area-model.ts`]: moduleOf('areaModel', 'Area | Nothing', of('Area'), area),
    [`${wishes}/kind-model.ts`]: moduleOf('kindModel', 'Kind | Nothing', of('Kind'), kind),
    'domain/conversation/intents/intent-model.ts': moduleOf(
      'intentModel',
      'Intent',
      { './intent.ts': 'Intent' },
      intent,
    ),
  };
}

/** The models that read vectors, as `models` gives those that read words. */
async function meaningModels(): Promise<Record<string, string>> {
  const all = [...filesIn('route'), ...filesIn('intents')].map(examplesIn);
  const texts = [
    ...new Set(all.flatMap(({ area, kind, intent }) => [...area, ...kind, ...intent]).map(({ text }) => text)),
  ];
  const vectors = await localVectors(texts);
  const spread = spreadOf([...vectors.values()]);
  const meant = <Class extends string>(
    classes: readonly Class[],
    examples: ReadonlyArray<{ text: string; facts: readonly number[]; label: Class }>,
    facts: number,
  ) => {
    const vector = (text: string): Vector => vectors.get(text) ?? [];
    const all = examples.map(({ text, facts, label }) => ({ vector: vector(text), facts, label }));
    return trainMeaning(classes, all, spread, facts);
  };
  const area = meant(
    [...areas, nothing],
    all.flatMap((one) => one.area),
    0,
  );
  const kind = meant(
    [...kinds, nothing],
    all.flatMap((one) => one.kind),
    0,
  );
  const intent = meant(
    intents,
    all.flatMap((one) => one.intent),
    meaningColumns - dimensions,
  );
  const wishes = 'domain/requests/suggest-fields';
  const of = (type: string) => ({ '../../vocabulary.ts': type, './features.ts': 'Nothing' });
  return {
    [`${wishes}/area-meaning-model.ts`]: moduleOf('areaMeaningModel', 'Area | Nothing', of('Area'), area),
    [`${wishes}/kind-meaning-model.ts`]: moduleOf('kindMeaningModel', 'Kind | Nothing', of('Kind'), kind),
    'domain/conversation/intents/intent-meaning-model.ts': moduleOf(
      'intentMeaningModel',
      'Intent',
      { './intent.ts': 'Intent' },
      intent,
    ),
  };
}

/** The share of examples for which the likeliest class is right; null where there are none. */
function rightIn<Class extends string>(model: Model<Class>, examples: readonly Example<Class>[]): number | null {
  const rank = classifierOf(model);
  const right = examples.filter(({ features, label }) => rank(features)[0]?.name === label).length;
  return examples.length === 0 ? null : Math.round((right / examples.length) * 1000) / 1000;
}

/** Trains without each file in turn, and says how well that one is read. */
function* leavingOut() {
  const all = [...filesIn('route'), ...filesIn('intents')].map((file) => ({ file, examples: examplesIn(file) }));
  for (const { file, examples } of all) {
    const { area, kind, intent } = trainedOn(all.filter((other) => other.file !== file).map((other) => other.examples));
    yield file.startsWith('route/')
      ? { file, n: examples.area.length, area: rightIn(area, examples.area), kind: rightIn(kind, examples.kind) }
      : { file, n: examples.intent.length, intent: rightIn(intent, examples.intent) };
  }
}

/** The command. A module that Jest loads can await nothing at its top. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'leave-out': { type: 'boolean', default: false }, embedder: { type: 'string', default: 'off' } },
  });
  if (!['off', 'local'].includes(values.embedder)) throw new Error('--embedder takes off or local');
  if (values['leave-out']) for (const line of leavingOut()) console.log(JSON.stringify(line));
  else {
    const made = values.embedder === 'local' ? await meaningModels() : models();
    for (const [path, text] of Object.entries(made)) writeFileSync(join(import.meta.dirname, '..', path), text);
  }
}

if (process.argv[1] === import.meta.filename) void main();
