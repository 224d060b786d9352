import type { Third, TimeUnit } from '../span.ts';
import { phraseTable } from './phrase-table.ts';

/** Words between a modifier and its time, or around a time, that change nothing. */
export const fillers = phraseTable<true>([
  [true, 'i, in, on, of, for, af, the, den, det, de, d, pr, per, på, at, til, ved, med, hen, mod, over, at the'],
  [true, 'from, fra'],
  [true, 'ca, cirka, omkring, omtrent, omkr, about, around, approx, approximately, roughly, circa, sometime, engang'],
  [true, 'forventeligt, forventelig, forventet, forventes, forhåbentlig, formentlig, formodentlig, nok, måske, gerne'],
  [true, 'sandsynligvis, expected, expectedly, probably, hopefully, presumably, likely, planned, planlagt, kl'],
  [true, 'løbet af, the course of, løbet, during, within, starting, fra og med, resten af, hele, rest of'],
  [true, 'all of, indgangen til'],
  [true, 'månedsskiftet, sidst, allerede, already, engang i, in the course of, senere, later, dato'],
  [true, 'sigter efter, går efter, stiler efter, aiming for, aimed at, knap, knapt, godt, max, maks, maksimalt'],
  [true, 'højst, højest, at most, at maximum, less than, mindre end, just'],
]);

/** Primo, medio and ultimo before a time. */
export const thirds = phraseTable<Third>([
  [0, 'første måneder af, første uger af, first months of, first weeks of, primo, pri, starten af'],
  [0, 'starten på, beg af, beg, start af, start på, begyndelsen af, begyndelsen på, indledningen af, første del af'],
  [0, 'start of, beginning of, the start of, the beginning of, early part of, first part of, early'],
  [0, 'early in, early on in'],
  [0, 'tidligt, tidligt i, tidligt på, tidlig, tidlige, først i, først på, start, begyndelse, begyndelsen'],
  [0, 'beginning, starten'],
  [1, 'medio, midten af, midt i, midt på, midt, mid, middle of, the middle of, mid of, midways in, midway through'],
  [1, 'halfway through, midvejs i'],
  [2, 'sidste måneder af, sidste uger af, last months of, last weeks of, ultimo, ult, slutningen af'],
  [2, 'slutningen på, slutning af, slut, slutn af, slutn, udgangen af, enden af, sidste del af, sidst i, sidst på'],
  [2, 'end of, the end of, end, late, late in, close of, the close of, latter part of, last part of, sent'],
  [2, 'sent i, sent på'],
  [2, 'sene, udløbet af, afslutningen af, afslutningen på, udgang af, udgangen, slutningen, the tail end of'],
]);

/** A third said after a unit: "årets udgang", "year-end". */
export const thirdsAfter = phraseTable<Third>([
  [0, 'begyndelse, start'],
  [1, 'midte'],
  [2, 'udgang, slutning, udløb, afslutning, ende, end, er omme, er gået, er slut, is over, is out, out'],
]);

/** The end of the unit we are in, in one word. */
export const unitEnds = phraseTable<TimeUnit>([
  ['year', 'eoy'],
  ['quarter', 'eoq'],
  ['month', 'eom'],
]);

/** Modifiers that turn a time into a deadline or a first day. */
export const limits = phraseTable<'latest' | 'before' | 'within' | 'during' | 'earliest' | 'after'>([
  ['latest', 'senest, seneste, allersenest, ikke senere end, no later than, not later than, latest, at the latest'],
  ['latest', 'at the latest by, by'],
  ['latest', 'deadline, frist, med frist, due, due by, until, till, indtil, frem til, op til, til og med, up to'],
  ['latest', 'up until'],
  ['latest', 'not after, ikke efter, no later, fra nu til, fra nu og til, fra nu og frem til, from now to'],
  ['latest', 'from now until'],
  ['before', 'inden, før, forud for, forinden, before, prior to, ahead of, op til'],
  ['within', 'inden for, indenfor, within, inside'],
  ['during', 'i løbet af, in the course of, over, during'],
  ['earliest', 'tidligst, tidligst fra, ikke før, ikke inden, ikke tidligere end, not before, no earlier than'],
  ['earliest', 'not earlier than'],
  ['earliest', 'earliest, at the earliest, not until, no sooner than, not sooner than, tidligst i'],
  ['after', 'efter, after, following, på den anden side af, på bagsiden af'],
]);

/** Limits said after the time. */
export const limitsAfter = phraseTable<'latest' | 'earliest'>([
  ['latest', 'at the latest, at latest, senest, eller før, eller tidligere, or earlier, or before, or sooner, latest'],
  ['earliest', 'at the earliest, at earliest, tidligst, eller senere, or later, earliest, or after'],
]);

/** Words that tie two times into a range. */
export const rangeWords = phraseTable<'plain' | 'pair'>([
  ['plain', '-, /, til, to, until, till, through, thru, til og med, frem til, og frem til, indtil, op til, up to'],
  ['plain', 'and until'],
  ['pair', 'og, and, &'],
]);

/** Words between two times of which one is meant. */
export const alternatives = phraseTable<true>([[true, 'eller, or']]);

export const betweenWords = phraseTable<true>([[true, 'mellem, imellem, between']]);

/** Said before a length of time that ends in the future: "om 3 uger". */
export const aheadWords = phraseTable<true>([[true, 'om, in']]);

/** Said after such a length: "three weeks from now". */
export const aheadAfter = phraseTable<true>([
  [true, 'from now, from today, fra nu, fra nu af, fra i dag, frem, herfra, ahead, time'],
]);

/** Said after a length without meaning: "en måneds tid", "three weeks' time". */
export const lengthTails = phraseTable<true>([[true, "tid, ' s time, ' time, time"]]);

export const holidays = phraseTable<'christmas' | 'newYear' | 'easter' | 'winter' | 'summer' | 'autumn'>([
  ['christmas', 'jul, julen, juleferie, juleferien, juledagene, christmas, xmas, christmas break, christmas holiday'],
  ['christmas', 'christmas holidays, jul og nytår, the christmas break'],
  ['newYear', 'nytår, nytåret, årsskifte, årsskiftet, new year, new years, turn of the year, the turn of the year'],
  ['newYear', "new year ' s"],
  ['easter', 'påske, påsken, påskeferie, påskeferien, easter, easter break, easter holiday, easter holidays'],
  ['winter', 'vinterferie, vinterferien, winter break, winter holiday, winter holidays, winter half term'],
  ['summer', 'sommerferie, sommerferien, sommerferiens begyndelse, summer break, summer holiday, summer holidays'],
  ['summer', 'summer vacation, summer recess'],
  ['autumn', 'efterårsferie, efterårsferien, autumn break, autumn holiday, autumn holidays, fall break'],
  ['autumn', 'autumn half term'],
]);

/** "Sommeren" is the holiday when something is to be done before or after it. */
export const summersAsHoliday = phraseTable<true>([[true, 'sommer, sommeren, summer']]);

/** Today by name, and the days around it. */
export const daysFromToday = phraseTable<number>([
  [0, 'straks, omgående, øjeblikkeligt, øjeblikkelig, med det samme, immediately, right away, straight away, at once'],
  [0, 'i dag, today, dags dato, d d, with immediate effect, effective immediately, fra i dag, instantly'],
  [1, 'i morgen, tomorrow'],
  [-1, 'i går, yesterday'],
]);

/** "Now" is the time only when the phrase names no other: "kan ikke siges lige nu" is no promise. */
export const now = phraseTable<true>([[true, 'nu, now, right now, lige nu']]);
