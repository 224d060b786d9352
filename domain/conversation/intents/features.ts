import { type Features, featuresOf, wordsOf } from '../../text/classifier/features.ts';
import { evidenceIn } from '../../text/word-evidence.ts';
import type { Pending, Speaker } from './intent.ts';
import { intentWords } from './intent-words.ts';

/** A message with what is known of the chat in which it stands. */
export interface Said {
  text: string;
  speaker: Speaker;
  pending: Pending;
}

const evidence = evidenceIn(intentWords);

/** Evidence beyond this is no surer. */
const most = 4;

/** The features by which the intent of a message is told. */
export function intentFeatures({ text, speaker, pending }: Said): Features {
  const words = wordsOf(text);
  const size = `size ${Math.min(7, Math.ceil(Math.log2(words.length + 1)))}`;
  const found = evidence(text);
  const [best, second] = found;
  const ahead =
    best && best.score > (second?.score ?? 0) ? [`first ${best.choice}`, `first ${best.choice} ${size}`] : [];
  return featuresOf(text, [
    size,
    speaker,
    pending,
    `${pending} ${size}`,
    `${speaker} ${size}`,
    `${pending} ${words[0] ?? ''}`,
    `asks ${words.includes('?')} ${size}`,
    ...ahead,
    ...found.flatMap(({ choice, score }) =>
      Array.from({ length: Math.min(most, score) }, (_none, at) => `says ${choice} ${at}`),
    ),
  ]);
}
