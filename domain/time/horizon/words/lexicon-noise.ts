import { phraseTable } from './phrase-table.ts';

/** Phrases that say there is no date. */
export const openPhrases = phraseTable<true>([
  [true, 'løbende, loebende, ukendt, snarest, snarest muligt, hurtigst, hurtigst muligt, afventer, afvent, når'],
  [true, 'gælder allerede'],
  [true, 'ikke aktuelt, ingen, ikke relevant, ej relevant, ikke planlagt, ikke fastlagt, ikke besluttet'],
  [true, 'ikke afklaret'],
  [true, 'ej fastlagt, uafklaret, uvist, usikkert, afhænger, afhængigt, afhængig, kontinuerligt, kontinuerlig'],
  [true, 'permanent'],
  [true, 'snart, på sigt, allerede, efter behov, indtil videre, kendes ikke, ved ikke, ved vi ikke, hvis, endnu ikke'],
  [true, 'intet, uden dato, uden fast tidspunkt, vedvarende, fortløbende, ikke muligt, fremover, senere'],
  [true, 'efterhånden, inden længe'],
  [true, 'ongoing, tbd, tba, tbc, asap, as soon as, as soon as possible, unknown, not applicable, n / a, na'],
  [true, 'none, no date'],
  [true, 'when, once, pending, awaiting, depends, depending, continuous, continuously, soon, already, to be decided'],
  [true, 'to be determined, to be confirmed, to be announced, not known, not planned, not decided'],
  [true, 'not relevant, no set time'],
  [true, 'until further notice, if, eventually, undecided, uncertain, rolling, in place, not yet, as needed'],
  [true, 'no time, waiting'],
  [true, 'efter, after, ikke, not, no change'],
]);

/** A number before one of these counts something: "2000 medarbejdere" is no year. */
export const countedThings = phraseTable<true>([
  [true, 'kr, kroner, dkk, mio, mia, euro, eur, usd, stk, pct, procent, percent, timer, minutter, hours'],
  [true, 'minutes, m, kvm, km'],
  [true, 'elever, børn, borgere, brugere, medarbejdere, ansatte, ledere, skoler, institutioner, plejehjem'],
  [true, 'enheder, sager'],
  [true, 'lejekontrakter, kontrakter, aftaler, fakturaer, bilag, computere, licenser, ord, tegn, gange, linjer'],
  [true, 'poster'],
  [true, 'pupils, children, citizens, users, employees, staff, leaders, schools, institutions, units, cases'],
  [true, 'contracts, leases'],
  [true, 'agreements, invoices, computers, licences, licenses, words, times, lines, people, personer, årsværk'],
  [true, 'tusind, million'],
  [true, 'henvendelser, ansøgninger, opgaver, mails, telefoner, kørsler, bestillinger, rapporter, pladser, stillinger'],
  [true, 'uger, dage, måneder, weeks, days, months, g, gb, mb'],
]);

/** After one of these a number is a reference: "sag 24/4098", "version 2.1". */
export const referenceWords = phraseTable<true>([
  [true, 'sag, sagen, sagsnr, sagsnummer, journal, journalnr, jnr, nr, nummer, no, number, case, file, ref, id'],
  [true, 'version, v'],
  [true, 'punkt, pkt, afsnit, kapitel, side, bilag, kr, dkk, eur, kl, tlf, telefon, phone, page, section'],
  [true, 'chapter, item, jf'],
  [
    true,
    'jævnfør, cf, mail af, brev af, notat af, referat af, lov, bekendtgørelse, strategi, strategien, handleplan, handleplanen, windows, office, excel, server, room, lokale, lokalplan, lokalplanen, årgang, stk, paragraf',
  ],
]);

/** Before one of these "may" is the English verb. */
export const verbsAfterMay = phraseTable<true>([
  [true, 'be, take, not, come, have, happen, change, start, end, need, still, also, well, slip, require, get'],
  [true, 'go, do, move, vary'],
]);
