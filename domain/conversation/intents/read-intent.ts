import { turnsAway } from '../../requests/drafts/parts/matter.ts';
import { classifierOf, together } from '../../text/classifier/classifier.ts';
import { wordsOf } from '../../text/classifier/features.ts';
import type { Vector } from '../../text/embedder.ts';
import { intentFeatures, intentMeaning, meaningColumns, type Said } from './features.ts';
import { type Intent, kept } from './intent.ts';
import { intentMeaningModel } from './intent-meaning-model.ts';
import { intentModel } from './intent-model.ts';

/** The intent of a message: one, or, where two are too near to each other, the words are kept and the person chooses. */
export type ReadIntent = { is: 'one'; intent: Intent } | { is: 'unsure'; options: readonly [Intent, Intent] };

/** So few words ask for something or say something small; what is hard takes more to say. */
const fewWords = 3;
/** They do when their reading is at least this likely. */
const likelyOfFew = 0.5;
/**
 * A reading that would not keep the words must be this likely, or that of all that keep them this unlikely. Where a question is open,
 * somebody waits for the words.
 */
const likely = { withQuestion: 0.9, otherwise: 0.8 } as const;
const unlikely = 0.15;
/** Nobody asks a bot for something in so many UTF-16 units. */
const tooLongToAsk = 600;

/** A reading is no surer than another that is so nearly as likely. */
const near = 0.6;

const rank = classifierOf(intentModel);
const rankMeaning = classifierOf(intentMeaningModel, meaningColumns);

/**
 * Reads what somebody means by a message, in Danish or English. Words that others are to read are never taken for
 * anything else unless that is far more likely.
 * @param vector the message's meaning by an embedder; null: its words alone
 */
export function readIntent(said: Said, vector: Vector | null = null): ReadIntent {
  if (said.text.length > tooLongToAsk) return { is: 'one', intent: said.pending === 'question' ? 'reply' : 'pain' };
  // There is nothing to reply to without a question.
  const byMeaning = vector && rankMeaning(intentMeaning(vector, said));
  const ranked = together(rank(intentFeatures(said)), byMeaning).filter(
    ({ name }) => name !== 'reply' || said.pending === 'question',
  );
  const [best] = ranked;
  if (!best) throw new Error('the model knows no intents');
  const one = { is: 'one', intent: best.name } as const;
  const of = (intent: Intent) => ranked.find(({ name }) => name === intent)?.probability ?? 0;
  const [wish, reply] = [of('pain'), of('reply')];
  if (best.name === 'reply' && turnsAway(said.text)) return { is: 'unsure', options: ['reply', 'pain'] };
  if (best.name === 'reply' && wish >= near * best.probability) return { is: 'unsure', options: ['reply', 'pain'] };
  if (best.name === 'pain' && reply >= near * best.probability) return { is: 'unsure', options: ['pain', 'reply'] };
  const isFew = wordsOf(said.text).length <= fewWords && best.probability >= likelyOfFew;
  const enough = said.pending === 'question' ? likely.withQuestion : likely.otherwise;
  if (kept.has(best.name) || isFew || best.probability >= enough) return one;
  const keeping = ranked.filter(({ name }) => kept.has(name));
  const [nearest] = keeping;
  if (!nearest || keeping.reduce((sum, { probability }) => sum + probability, 0) < unlikely) return one;
  return { is: 'unsure', options: [best.name, nearest.name] };
}

/** Whether what is read keeps the words: as a draft, or as a message about a request. */
export function keepsWords(read: ReadIntent): boolean {
  return read.is === 'unsure' || kept.has(read.intent);
}
