import { buckets, type Features } from './features.ts';

/** A trained linear model, as data: `classes` by `buckets` weights in signed bytes, base64, each row with its scale. */
export interface Model<Class extends string> {
  classes: readonly Class[];
  /** A weight is its byte times the scale of its class. */
  scales: readonly number[];
  biases: readonly number[];
  weights: string;
}

/** A class with its probability. */
export interface Ranked<Class extends string> {
  name: Class;
  /** From 0 to 1; over all classes 1. */
  probability: number;
}

/**
 * Reads a model once and ranks classes from the likeliest on.
 * @param columns the number of its weights for each class
 */
export function classifierOf<Class extends string>(
  model: Model<Class>,
  columns = buckets,
): (features: Features) => Ranked<Class>[] {
  const bytes = atob(model.weights);
  const weights = new Int8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) weights[at] = bytes.charCodeAt(at);
  if (weights.length !== model.classes.length * columns) throw new Error('the model has another number of weights');
  return (features) => {
    const scores = model.classes.map((_class, row) => {
      let sum = 0;
      for (const [bucket, value] of features) sum += value * (weights[row * columns + bucket] ?? 0);
      return sum * (model.scales[row] ?? 0) + (model.biases[row] ?? 0);
    });
    const probabilities = softmax(scores);
    return model.classes
      .map((name, row) => ({ name, probability: probabilities[row] ?? 0 }))
      .sort((one, other) => other.probability - one.probability);
  };
}

/**
 * The ranking that two readers of the same text agree on, by the product of their probabilities. Their mean would be less sure than it is right:
 * docs/danish.md has the figures.
 */
export function together<Class extends string>(
  one: readonly Ranked<Class>[],
  other: readonly Ranked<Class>[] | null,
): readonly Ranked<Class>[] {
  if (other === null) return one;
  const byName = new Map(other.map(({ name, probability }) => [name, probability]));
  const scores = one.map(({ name, probability }) => Math.log(probability * (byName.get(name) ?? 0) + tiniest));
  const probabilities = softmax(scores);
  return one
    .map(({ name }, row) => ({ name, probability: probabilities[row] ?? 0 }))
    .sort((first, second) => second.probability - first.probability);
}

/** Keeps the logarithm finite. */
const tiniest = 1e-18;

/** Probabilities from scores; the largest score is taken off first, so that nothing overflows. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}
