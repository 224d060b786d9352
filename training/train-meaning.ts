import type { Model } from '../domain/text/classifier/classifier.ts';
import { vectorFeatures } from '../domain/text/classifier/features.ts';
import { dimensions, type Vector } from '../domain/text/embedder.ts';
import { type Settings, trainModel } from './train-model.ts';

/** A labelled text by its vector, with the numbers of the facts that hold beside it. */
export interface Meant<Class extends string> {
  vector: Vector;
  facts: readonly number[];
  label: Class;
}

/** Chosen on the hands that were left out; docs/danish.md has the figures. */
const settings: Settings = { epochs: 40, decay: 0.0005, rate: 0.3, balance: 0.5 };

/** The mean of each number over all vectors, and how far they lie around it. */
export interface Spread {
  means: readonly number[];
  deviations: readonly number[];
}

export function spreadOf(vectors: readonly Vector[]): Spread {
  const over = (value: (vector: Vector) => number) =>
    vectors.reduce((sum, vector) => sum + value(vector), 0) / vectors.length;
  const means = Array.from({ length: dimensions }, (_none, at) => over((vector) => vector[at] ?? 0));
  const deviations = means.map((mean, at) => Math.sqrt(over((vector) => ((vector[at] ?? 0) - mean) ** 2)) || 1);
  return { means, deviations };
}

/**
 * A linear model over vectors. It is trained on numbers of the same spread, because all vectors of these models point
 * about the same way, and given back for numbers as they are.
 * @param facts the number of facts that may hold beside a text
 */
export function trainMeaning<Class extends string>(
  classes: readonly Class[],
  examples: readonly Meant<Class>[],
  { means, deviations }: Spread,
  facts: number,
  sharpness: number,
): Model<Class> {
  const size = Math.sqrt(dimensions);
  const evened = (vector: Vector) =>
    means.map((mean, at) => ((vector[at] ?? 0) - mean) / ((deviations[at] ?? 1) * size));
  const columns = dimensions + facts;
  return trainModel(
    classes,
    examples.map(({ vector, facts: hold, label }) => ({ features: vectorFeatures(evened(vector), hold), label })),
    { ...settings, sharpness, columns },
    (weights, biases) => {
      for (const row of classes.keys()) {
        for (const [at, mean] of means.entries()) {
          const place = at * classes.length + row;
          const weight = (weights[place] ?? 0) / ((deviations[at] ?? 1) * size);
          weights[place] = weight;
          biases[row] = (biases[row] ?? 0) - weight * mean;
        }
      }
    },
  );
}
