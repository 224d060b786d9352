import { readYear } from '../calendar/years.ts';
import {
  clauseWords,
  conditions,
  conditionVerbs,
  datingWords,
  denials,
  effectWords,
  laterNews,
  otherEvents,
  pastWords,
} from '../words/lexicon-promises.ts';
import { limits } from '../words/lexicon-relations.ts';
import { findPhrase, type PhraseTable } from '../words/phrase-table.ts';
import type { Token } from '../words/tokens.ts';
import type { Found, Phrase } from './grammar.ts';
import { resolve } from './term.ts';

/** Words this far back still belong to a time. */
const reach = 8;

/** A full stop after so many letters ends a sentence rather than a shortened word. */
const longestShort = 4;

/**
 * Whether a time that was read is none at which the measure takes effect: the year of an agreement, an election, a
 * decision that was taken, a day on which nothing happens.
 */
export function isNoPromise(phrase: Phrase, at: number, found: Found): boolean {
  const { tokens, today } = phrase;
  const from = clauseStart(tokens, at);
  const has = (table: PhraseTable<true>) => hasPhrase(table, tokens, from, at);
  if (isPartOfName(phrase, at, found)) return true;
  const isPast = (resolve(found.term, today)?.end ?? today) < today;
  if (isPast && (has(pastWords) || isDated(tokens, at))) return true;
  if (hasPhrase(laterNews, tokens, found.next, tokens.length)) return true;
  if (has(conditions) && findPhrase(conditionVerbs, tokens, found.next)) return true;
  const limit = findPhrase(limits, tokens, at)?.meaning;
  const isLimited = limit !== undefined && limit !== 'before';
  return has(otherEvents) || (!isLimited && has(denials));
}

function hasPhrase(table: PhraseTable<true>, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (findPhrase(table, tokens, at)) return true;
  return false;
}

/** The first token of the clause that a time stands in, not further back than its words reach. */
function clauseStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && at - start < reach) {
    const before = tokens[start - 1];
    if (!before || /^[,;:()!?–-]$/.test(before.text)) break;
    if (before.dot && before.kind === 'word' && before.text.length > longestShort) break;
    if (findPhrase(clauseWords, tokens, start - 1)) break;
    start -= 1;
  }
  return start;
}

/** "aftalen fra 2019", "lov nr. 5 af 12. juni 2015", "kontoplanen er fra 2016"; but not "gælder fra 1. marts 2026". */
function isDated(tokens: readonly Token[], at: number): boolean {
  const article = /^(den|d|the)$/.test(tokens[at - 1]?.text ?? '') ? 1 : 0;
  const dating = at - 1 - article;
  const noun = tokens[dating - 1];
  return noun !== undefined && findPhrase(datingWords, tokens, dating) !== null && !findPhrase(effectWords, [noun], 0);
}

/** "2026-priser", "1998-ventilation": a year that a word is glued to. */
function isPartOfName(phrase: Phrase, at: number, found: Found): boolean {
  const { tokens } = phrase;
  const [mark, word] = tokens.slice(found.next, found.next + 2);
  const isGlued = mark?.text === '-' && mark.joined && word?.kind === 'word' && word.joined;
  return isGlued && readYear(phrase, at)?.next === found.next;
}
