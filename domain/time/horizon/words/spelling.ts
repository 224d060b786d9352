import * as lexicon from './lexicon.ts';
import * as noise from './lexicon-noise.ts';
import * as promises from './lexicon-promises.ts';
import * as relations from './lexicon-relations.ts';
import { lookAlikes } from './look-alikes.ts';
import { type PhraseTable, wordsOf } from './phrase-table.ts';
import type { Token } from './tokens.ts';

const everyTable = [lexicon, noise, promises, relations]
  .flatMap((tables): unknown[] => Object.values(tables))
  .filter((table): table is PhraseTable<unknown> => table instanceof Map);
const known: ReadonlySet<string> = new Set([...everyTable.flatMap(wordsOf), ...lookAlikes]);

/** Periods, which a misspelt word may stand for however it ends: "novembe" is November. */
const periods = wordList(`
  januar januars februar februars marts april juni juli august september oktober november december
  january february march june july october
  forår foråret sommer sommeren efterår efteråret vinter vinteren spring summer autumn winter
  halvår halvåret halvårs kvartal kvartalet kvartals quarter semester halvdel halvdelen
  skoleår skoleåret skolestart budgetår budgetåret kalenderår årsskiftet nytår
  sommerferie sommerferien efterårsferie efterårsferien vinterferie vinterferien påsken påskeferien juleferien
  måned måneder måneden month months uger weeks
  mandag tirsdag onsdag torsdag fredag monday tuesday wednesday thursday friday
  senest allersenest tidligst snarest hurtigst
  første anden tredje fjerde næste indeværende second third fourth
`);

/** Words beside a period; "starter" is no misspelt "starten", since it only ends otherwise. */
const modifiers = wordList(`
  primo medio ultimo starten begyndelsen midten slutningen udgangen beginning slutning begyndelse
  inden indenfor efter before within latest after until earliest
  løbet løbende straks omgående ukendt sidste
`);

const targets = [...periods, ...modifiers].map((word) => ({ word, letters: lettersOf(word) }));

/** Where a word resembles one of these and is not near enough, a time beside it is doubtful. */
const mostTelling = wordList(`
  januar februar marts april august september oktober november december january february october
  forår foråret sommer sommeren efterår efteråret vinter vinteren autumn halvår kvartal quarter skoleår
`);

function wordList(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** The longest word that is looked at; "efterårsferiens" has 15 letters. */
const longestWord = 24;

/** Of longer words, another form is rarer than a typing error: "slutningeen". */
const longestInflected = 8;

/** Whether a word only ends otherwise than another: "starter" and "starten", "sluttes" and "slut". */
function endsOtherwise(a: string, b: string): boolean {
  const stem = Math.max(4, Math.min(a.length, b.length) - 1);
  return a.slice(0, stem) === b.slice(0, stem);
}

/** People seldom get the first letter wrong when they get more than one wrong. */
function mayStandFor(word: string, target: string, errors: number): boolean {
  const mayBeInflected = errors > 1 || (modifiers.has(target) && target.length <= longestInflected);
  if (mayBeInflected && endsOtherwise(word, target)) return false;
  return errors <= 1 || word[0] === target[0];
}

/** The letters of a word as bits, so that most words are told apart without comparing them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** What was made of a misspelt word: the word meant, or only that it resembles one. */
type Guess = { meant: string } | 'resembles' | null;

function guess(word: string): Guess {
  const most = word.length >= 8 ? 2 : 1;
  let best = most + 1;
  let nearest: string[] = [];
  const letters = lettersOf(word);
  for (const { word: target, letters: others } of targets) {
    if (bitsOf(letters & ~others) > most + 1 || bitsOf(others & ~letters) > most + 1) continue;
    const errors = typingErrors(word, target, most + 1);
    if (errors > best || !mayStandFor(word, target, errors)) continue;
    if (errors < best) nearest = [];
    best = errors;
    nearest.push(target);
  }
  if (nearest.length === 0) return typingErrors(word, 'maj', 1) === 1 ? 'resembles' : null;
  if (best > most) return word.length >= 5 && nearest.some((one) => mostTelling.has(one)) ? 'resembles' : null;
  // People leave letters out more often than they add some: "senst" is "senest" rather than "sent".
  const longest = Math.max(...nearest.map((target) => target.length));
  const [meant = '', ...others] = nearest.filter((target) => target.length === longest);
  return others.every((other) => isSameMonth(meant, other)) ? { meant } : 'resembles';
}

/** "januar" and "january". */
function isSameMonth(a: string, b: string): boolean {
  return lexicon.months.get(a)?.[0]?.meaning === lexicon.months.get(b)?.[0]?.meaning && lexicon.months.has(a);
}

/** Ways of writing "ø", "æ" and "å" without them, the usual ones first. */
const replaced: ReadonlyArray<readonly [RegExp, string]> = [
  [/oe/g, 'ø'],
  [/ae/g, 'æ'],
  [/aa/g, 'å'],
  [/o/g, 'ø'],
  [/a/g, 'å'],
  [/e/g, 'æ'],
];

/** A known word that was written without "æ", "ø" and "å": "foer", "manedsskiftet", "loebet af foraret". */
function withDanishLetters(word: string): string | null {
  let spellings = [word];
  for (const [letters, danish] of replaced) {
    spellings = [...spellings, ...spellings.map((one) => one.replace(letters, danish))];
    const found = spellings.find((one) => known.has(one));
    if (found) return found;
  }
  return null;
}

function spelt(token: Token): Token {
  const { text, kind } = token;
  if (kind !== 'word' || text.length < 3 || text.length > longestWord || known.has(text)) return token;
  const danish = withDanishLetters(text);
  if (danish) return { ...token, text: danish };
  if (text.length < 4) return token;
  const found = guess(text);
  if (found === null) return token;
  return found === 'resembles'
    ? { ...token, spelling: 'doubtful' }
    : { ...token, text: found.meant, spelling: 'corrected' };
}

/**
 * The tokens with misspelt words of time as they were meant ("hlavår" is "halvår"), marked as corrected; a word that
 * resembles one, without being near enough or near one alone, is marked as doubtful.
 */
export function correctSpelling(tokens: readonly Token[]): Token[] {
  return tokens.map(spelt);
}

/**
 * The least number of typing errors that make one word of another: a letter too much, one missing, one wrong, or two
 * neighbours swapped. Counts no further than `most` and then gives `most + 1`.
 */
function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (isSame ? 0 : 1),
          swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}
