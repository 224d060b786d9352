import { folded, wordsOf } from '../../../text/classifier/features.ts';
import type { Area } from '../../../vocabulary.ts';
import { suggestFields } from '../../suggest-fields/suggest-fields.ts';

/** Words by which somebody turns to another matter. "Et nyt system" is none: many wishes are about one. */
const turns =
  /\b(noget (helt |lige )?(andet|nyt)|(en|et) (helt |lige )?(anden|andet|ny|nyt) (ting|sag|emne|problem)|andet onske|nyt onske|ny sag|mens jeg har (dig|jer)|for ?resten|another (thing|matter|request|problem)|something else|new request|while i have you)\b/;

/** Tells whether a text says that it turns to another matter than what was said before. */
export const turnsAway = (text: string): boolean => turns.test(folded(text));

/** Words that go on with what was said when they stand first; all as `folded` gives them. */
const links = new Set(
  (
    'og ogsa men sa desuden derudover nemlig for fordi samt plus ps derfor altsa eller dvs fx feks ja det den de der dem dette ' +
    'disse her sidst isar iser hvilket som og-sa and also but because so it its they them that this which furthermore ie eg'
  ).split(' '),
);
/** The same anywhere in the first words of a message. */
const earlyLinks = new Set(['ogsa', 'nemlig', 'desuden', 'derudover', 'altsa', 'also', 'moreover']);
const early = 5;

/** Fewer words than these are hardly a wish of their own. */
const fewestWords = 5;

/** Words that many wishes have, so that they tell nothing. */
const common = new Set(
  (
    'altid andre bliver bruge bruger burde efter ellers endnu flere fordi gange gerne hvert hvordan hvorfor hvornar inden ' +
    'ingen kommer ledere leder lerere mange meget mellem minutter maned maneden maneder mader nogen nogle noget problem ' +
    'sammen siden skole skolen skolens skoler skulle stadig system systemer systemet tager timer ugen uger under vente venter ' +
    'vores denne dette derfor altsa about after again always because before every hours minutes month months never other ' +
    'people problem school should something still system takes their there these thing things times waiting weeks where ' +
    'which while would'
  ).split(' '),
);
/** Shorter words are seldom about a matter, and forms of one word begin with as many letters. */
const shortest = 5;
const beginning = 6;

/**
 * Tells whether a message that comes soon after another goes on with it. One that turns to something else by its words,
 * or is whole by itself and about another area, does not.
 */
export function continues(before: string, text: string): boolean {
  if (turnsAway(text)) return false;
  if (wordsOf(text).length < fewestWords || isLinked(text) || (startsLower(text) && !startsLower(before))) return true;
  return haveWordsInCommon(before, text) || mayBeOneArea(before, text);
}

/** Tells whether two texts of the same day may be about one matter, so that it is worth a question. */
export function isSameMatter(before: string, text: string): boolean {
  if (turnsAway(text) || !mayBeOneArea(before, text)) return false;
  return isLinked(text) || haveWordsInCommon(before, text);
}

function isLinked(text: string): boolean {
  const words = wordsOf(text);
  const [first = ''] = words;
  return links.has(first) || words.slice(0, early).some((word) => earlyLinks.has(word));
}

/** Whether a text begins as the middle of a sentence does. */
const startsLower = (text: string): boolean => /^\P{L}*\p{Ll}/u.test(text);

function haveWordsInCommon(one: string, other: string): boolean {
  const beginnings = new Set(wordsOf(one).filter(tells).map(beginningOf));
  return wordsOf(other).some((word) => tells(word) && beginnings.has(beginningOf(word)));
}

const tells = (word: string): boolean => word.length >= shortest && !common.has(word);
const beginningOf = (word: string): string => word.slice(0, beginning);

/** So many words say what is hard by themselves. */
const wholeWords = 8;

/** Of the areas that a text may be about, those after these are hardly meant. */
const mostLikely = 2;

/** Whether no area tells two texts apart. One that may be about several areas does not turn to another. */
function mayBeOneArea(before: string, text: string): boolean {
  const { area } = suggestFields(text);
  if (area === null) return true;
  const former = suggestFields(before);
  // A whole sentence is of one area with another when that is sure.
  const guessed = wordsOf(text).length < wholeWords ? former.areas.slice(0, mostLikely) : former.areas.slice(0, 1);
  const areas: readonly Area[] = former.area ? [former.area] : guessed;
  return areas.length === 0 || areas.includes(area);
}
