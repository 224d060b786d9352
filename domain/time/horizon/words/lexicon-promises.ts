import { phraseTable } from './phrase-table.ts';

/** Between a noun and the day that it is of: "aftalen fra 2019", "lov af 12. juni 2015". Such a past day is no promise. */
export const datingWords = phraseTable<true>([
  [true, 'fra, af, from, of, siden, since, dateret, dated, underskrevet, anno, er fra, is from'],
]);

/** Before "fra" they say that something takes effect, and so a promise that was kept: "gælder fra 1. marts 2026". */
export const effectWords = phraseTable<true>([
  [true, 'gælder, gælde, gældende, kraft, virkning, drift, klar, klart, start, starter, startet, brug, ibrugtaget'],
  [true, 'effekt, indført, indføres, implementeret, muligt, tilgængelig, tilgængeligt, løst, færdig, færdigt, ændret'],
  [true, 'force, effective, live, ready, available, done, effect, operational, applies, valid, running, and, og'],
]);

/** Before a past time they tell of the past: "besluttet i 2024 og venter stadig". */
export const pastWords = phraseTable<true>([
  [true, 'besluttet, besluttede, vedtaget, vedtog, aftalt, aftalte, indgået, indgik, fremsat, fremsatte, underskrevet'],
  [
    true,
    'bevilget, bestilt, meldt, oprettet, opført, bygget, købt, købte, anskaffet, fik, fået, haft, siden, startede',
  ],
  [true, 'drøftet, drøftede, behandlet, ansøgt, indsendt, rejst, spurgt, anmodet, anbefalet, lovet, referat, notat'],
  [
    true,
    'decided, agreed, signed, approved, adopted, introduced, bought, built, got, received, raised, discussed, since',
  ],
  [
    true,
    'requested, asked, promised, regnskab, regnskabet, accounts, tried, prøvede, forsøgte, forsøgt, blev, was, were',
  ],
]);

/** Before a time, they make it the time of something else: "efter kommunalvalget i 2029", "kræver godkendelse den 3. marts". */
export const otherEvents = phraseTable<true>([
  [true, 'kræver, kræves, forudsætter, forudsætning, betinget, godkendelse, afventer, afventes, valget, valgene'],
  [true, 'kommunalvalg, kommunalvalget, folketingsvalg, folketingsvalget, regionsvalg, regionsvalget, kommunevalget'],
  [true, 'budgetforhandling, budgetforhandlinger, budgetforhandlingerne, forhandling, forhandlinger, forhandlingerne'],
  [true, 'budgetforliget, udløber, udløb, opsiges, ophører, opsagt, standstill, høring, høringsfrist, høringsfristen'],
  [true, 'ansøgningsfrist, ansøgningsfristen, svarfrist, svarfristen, klagefrist, klagefristen, løber, valgperiode'],
  [
    true,
    'modtog, skrev, sendte, ringede, talte, mødtes, i received, we received, you wrote, you sent, we met, we spoke',
  ],
  [true, 'requires, require, approval, election, elections, expires, expire, negotiations, subject to, hearing, runs'],
]);

/** A time in such a clause is one at which nothing happens: "det er ikke noget, vi gør i 2027". */
export const denials = phraseTable<true>([
  [true, 'ikke, ingen, intet, aldrig, hverken, næppe, not, never, no, cannot, neither'],
]);

/** After a time they say that more is known then, and so that nothing is promised: "møde den 12/1, så ved vi mere". */
export const laterNews = phraseTable<true>([
  [
    true,
    'ved vi mere, ved jeg mere, kan vi sige mere, kan vi sige noget, hører i nærmere, hører du nærmere, ved vi besked',
  ],
  [true, 'vender vi tilbage, vender jeg tilbage, melder vi tilbage, we will know more, we know more, will get back'],
  [true, 'vil vi vide mere, tager vi stilling, tager vi den, ser vi på det, kigger vi på det, tages spørgsmålet op'],
]);

/** They open a condition: "når budget 2027 er vedtaget". */
export const conditions = phraseTable<true>([[true, 'når, hvis, såfremt, forudsat, once, when, if, efter at, after']]);

/** After the time in a condition, they end it. */
export const conditionVerbs = phraseTable<true>([
  [true, 'er, bliver, har, var, foreligger, falder, vedtages, godkendes, is, has, was, are, gets, becomes'],
]);

/** They begin another clause. */
export const clauseWords = phraseTable<true>([
  [true, 'men, så, derefter, herefter, hvorefter, dernæst, but, then, so, dog, og derefter, and then, forventeligt'],
]);
