import { type Model, softmax } from '../domain/text/classifier/classifier.ts';
import { buckets, type Features } from '../domain/text/classifier/features.ts';

/** One labelled text. */
export interface Example<Class extends string> {
  features: Features;
  label: Class;
}

export interface Settings {
  /** How often each example is seen. */
  epochs: number;
  /** How strongly weights are drawn to nought, for one example. */
  decay: number;
  rate: number;
  /** Shares classes out: 0 counts each example alike, 1 each class alike. */
  balance: number;
  /**
   * The power to which probabilities are raised, so that of those readings that are 0.7 likely seven in ten are right on texts that the
   * model has not seen; `--leave-out` names the best. Absent: 1.
   */
  sharpness?: number;
  /** The number of features; absent: the buckets of words. */
  columns?: number;
}

/** A repeatable order; the constants are those of Numerical Recipes' "quick and dirty" generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Multinomial logistic regression by stochastic gradients with a step of its own for each weight (AdaGrad: Duchi, Hazan
 * and Singer 2011). The same examples in the same order give the same model to the last byte.
 * @param finish changes the weights, those of a feature side by side, and the biases in place before they are rounded
 */
export function trainModel<Class extends string>(
  classes: readonly Class[],
  examples: readonly Example<Class>[],
  { epochs, decay, rate, balance, sharpness = 1, columns = buckets }: Settings,
  finish: (weights: Float64Array, biases: Float64Array) => void = () => undefined,
): Model<Class> {
  const rows = classes.length;
  // All classes of a bucket lie side by side, because a step touches all of them.
  const weights = new Float64Array(rows * columns);
  const seen = new Float64Array(rows * columns).fill(1e-6);
  const biases = new Float64Array(rows);
  const seenBiases = new Float64Array(rows).fill(1e-6);
  const sizes = classes.map((name) => examples.filter(({ label }) => label === name).length);
  const importance = sizes.map((size) => (size === 0 ? 0 : (examples.length / rows / size) ** balance));
  const inRows = examples.map(({ features, label }) => ({
    starts: Int32Array.from(features.keys(), (bucket) => bucket * rows),
    values: Float64Array.from(features.values()),
    target: classes.indexOf(label),
  }));
  const random = seeded(20261128);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { starts, values, target } of shuffled(inRows, random)) {
      const scores = Array.from(biases);
      for (const [at, value] of values.entries()) {
        const start = starts[at] ?? 0;
        for (let row = 0; row < rows; row++) scores[row] = (scores[row] ?? 0) + value * (weights[start + row] ?? 0);
      }
      const errors = softmax(scores).map(
        (probability, row) => (probability - Number(row === target)) * (importance[target] ?? 1),
      );
      for (const [at, value] of values.entries()) {
        const start = starts[at] ?? 0;
        for (let row = 0; row < rows; row++) {
          const place = start + row;
          const weight = weights[place] ?? 0;
          const slope = (errors[row] ?? 0) * value + decay * weight;
          const sum = (seen[place] ?? 0) + slope * slope;
          seen[place] = sum;
          weights[place] = weight - (rate * slope) / Math.sqrt(sum);
        }
      }
      for (const [row, error] of errors.entries()) {
        const sum = (seenBiases[row] ?? 0) + error * error;
        seenBiases[row] = sum;
        biases[row] = (biases[row] ?? 0) - (biasRate * rate * error) / Math.sqrt(sum);
      }
    }
  }
  finish(weights, biases);
  return packed(classes, weights, biases, columns, sharpness);
}

/** Biases learn more slowly, so that words and not the size of a class decide. */
const biasRate = 0.1;

/** The items in a random order (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** The weights of each class in a row, in whole steps of 1/127 of its largest. */
function packed<Class extends string>(
  classes: readonly Class[],
  weights: Float64Array,
  biases: Float64Array,
  columns: number,
  sharpness: number,
): Model<Class> {
  const rows = classes.map((_class, row) =>
    Float64Array.from({ length: columns }, (_none, bucket) => weights[bucket * classes.length + row] ?? 0),
  );
  const scales = rows.map((row) => row.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 127 || 1);
  const bytes = Int8Array.from(
    rows.flatMap((row, at) => Array.from(row, (weight) => Math.round(weight / (scales[at] ?? 1)))),
  );
  return {
    classes,
    scales: scales.map((scale) => Number((sharpness * scale).toPrecision(6))),
    biases: Array.from(biases, (bias) => Number((sharpness * bias).toPrecision(6))),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
