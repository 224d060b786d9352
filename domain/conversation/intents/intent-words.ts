import type { WordList } from '../../text/word-evidence.ts';
import type { Intent } from './intent.ts';

/** Words that speak for an intent, in Danish and English. A message may hold words of several; the model weighs them. */
export const intentWords: Readonly<Record<Exclude<Intent, 'other' | 'reply'>, WordList>> = {
  pain: {
    telling:
      'hver gang, hver eneste gang, dobbeltarbejde, besværlig, bøvl, tidsspilde, spild af, i hånden, manuelt, kan det passe, hvorfor skal, vi skal, jeg skal, man skal, tager evigheder, virker ikke, umulig, frustrer, irriter, det tager, bruger timer, waste, every time, takes forever, cumbersome',
    supporting:
      'skema, formular, godkend, system, regler, indberet, registrer, bestil, =skal, besvær, ventetid, rykke, spilder, timer, minutter, ugen, kunne man, kunne vi, why do we, have to',
  },
  status: {
    telling:
      'hvad sker der med, hvad er der sket, hvor langt, nyt i, nyt om, noget nyt, hørt noget, hører jeg, hvornår får, hvornår kan jeg, hvordan går det med mi, svar på mi, fået svar, status på, ligger den, ligger min, any news, any update, heard back, how far, what happened to',
    supporting: 'status, hvornår, svar, ønske, sag, ventet, mit, min, when, update',
  },
  mine: {
    telling:
      'mine ønsker, mine sager, har jeg sendt, jeg har sendt ind, ønsker har jeg, my requests, have i sent, mine indmeldinger, mine forenklings',
    supporting: 'vis, liste, alle, mine, show, list, oversigt',
  },
  withdraw: {
    telling:
      'træk tilbage, trække tilbage, trækker tilbage, træk den, træk mit, trække mit, trække det, annuller mit, slet mit, slet ønsk, ikke relevant længere, ikke længere aktuel, løst sig, withdraw, take it back, retract, alligevel ikke',
    supporting: 'tilbage, fortryd, annuller, slet, løst',
  },
  change: {
    telling:
      'rettelse, ret lige, kan jeg rette, skrev forkert, skulle have stået, der skal stå, skal stå, i stedet for, jeg mente, tastefejl, skrevet forkert, ændre, instead of, typo, correct, i meant, should say',
    supporting: 'ret, rette, fejl, forkert, ændr, change, edit, wrong',
  },
  add: {
    telling:
      'tilføj, glemte at skrive, glemte at sige, glemte lige, en ting mere, det gælder også, supplement, supplerende, i forlængelse, kan jeg lægge, add to, also applies, one more thing, forgot to mention',
    supporting: 'også, mere, oveni, desuden, also, forresten, i øvrigt, ps',
  },
  known: {
    telling:
      'er det kendt, kendt problem, andre der har, andre meldt, nogen meldt, allerede meldt, allerede skrevet, hørt det før, er der andre, i kender det, already known, anyone else, somebody else reported, andre skoler, er jeg den eneste',
    supporting: 'andre, allerede, kender, kendt, nogen, others, already',
  },
  help: {
    telling:
      'hjælp, hvad kan du, hvordan bruger, hvordan gør jeg, hvordan virker, hvad gør jeg, hvordan melder, what can you, how do i, how does this, help',
    supporting: 'hvordan, kan du, vise, how',
  },
  who: {
    telling:
      'hvem er du, hvem læser, hvem ser, hvem kan se, er du en robot, er du et menneske, anonymt, kan min chef se, hvem får, hvad er det her, who are you, who reads, who can see, are you a bot, anonymous',
    supporting: 'hvem, læser, robot, bot, fortrolig, who',
  },
  thanks: {
    telling:
      '=tak, tusind tak, mange tak, super, fedt, dejligt, perfekt, thank, =thanks, cheers, skønt, genialt, =thx, =takker',
    supporting: 'hjælpen, svaret, great, fint, godt',
  },
  greeting: {
    telling:
      '=hej, =hejsa, goddag, godmorgen, god morgen, =davs, =dav, =mojn, halløj, =hello, =hi, good morning, =hey, =hejhej, god aften',
    supporting: '=der, igen, bot',
  },
  yes: {
    telling:
      '=ja, =jo, =jep, =jeps, =yes, =ok, =okay, =oki, gerne, selvfølgelig, =klart, det er rigtigt, bare send, send det, =yep, =sure, præcis, kør, =jada, gør det, det passer, enig',
    supporting: 'tak, rigtigt, helt, send, fint',
  },
  no: {
    telling:
      '=nej, =niks, =nope, =no, =næ, =nah, helst ikke, det er ikke rigtigt, ikke rigtigt, passer ikke, ikke endnu, =ellers tak',
    supporting: 'ikke, not',
  },
  cancel: {
    telling:
      'glem det, drop det, drop den, annuller, afbryd, smid, slet kladden, stop det her, never mind, nevermind, cancel, forget it, lad det ligge, ligemeget, lige meget, scrap',
    supporting: 'slet, glem, kladde, alligevel, fortryd',
  },
  language: {
    telling:
      'på engelsk, til engelsk, in english, på dansk, in danish, english please, sprog, language, dansk tak, speak english, skrive engelsk',
    supporting: 'engelsk, english, dansk, danish, skift',
  },
  snooze: {
    telling:
      'spørg igen, spørg mig, senere, ikke lige nu, har ikke tid, vend tilbage, i morgen, efter ferien, remind me, later, not now, ask me again, mind mig, næste uge',
    supporting: 'travlt, tid, nu, busy, uge',
  },
  stop: {
    telling:
      'stop med, lad være med at spørge, ikke flere beskeder, ikke flere spørgsmål, afmeld, ikke spørges, slip for, unsubscribe, stop asking, leave me alone, vil ikke have flere, hold op med',
    supporting: 'stop, flere, beskeder, spørge, gider',
  },
  away: {
    telling:
      'på ferie, barsel, orlov, sygemeldt, er væk, fraværende, tilbage den, on leave, on holiday, out of office, vacation, tilbage i uge, holder ferie, har ferie, går på',
    supporting: 'ferie, væk, uge, indtil, tilbage, until',
  },
  human: {
    telling:
      'tale med et menneske, rigtigt menneske, snakke med, tale med, ringe til, telefonnummer, en rigtig person, talk to a human, speak to, speak with, real person, call someone, hvem kan jeg kontakte, ringe mig op',
    supporting: 'ring, menneske, kontakt, person, nummer, call',
  },
  inbox: {
    telling:
      'indbakke, hvad ligger der, ligger hos os, venter hos os, vores ønsker, nye ønsker til os, inbox, hvad har vi liggende, lies with us, waiting for us',
    supporting: 'os, vores, nye, vis, bunke, åbne, our',
  },
  priority: {
    telling:
      'starte med, begynde med, vigtigst, først, prioriter, start with, most important, haster mest, tage fat, mest presserende, do first',
    supporting: 'hvad, vigtig, haster, urgent, skal',
  },
  overdue: {
    telling:
      'overskred, forfald, over frist, overdue, bagud, bagefter, frist er gået, past deadline, langt over frist, sprunget frist',
    supporting: 'frist, deadline, late, sent, venter',
  },
  taken: {
    telling:
      'hvem har taget, hvem sidder med, hvem er på, hvem arbejder, hvem tager, taget den, who has taken, who is working, who took, har nogen taget, er der nogen på, hvem har',
    supporting: 'hvem, taget, kollega, sagsbehandler, who',
  },
  overview: {
    telling:
      'overblik, tal for, sidste uge, opsummer, overview, figures, mit område, hvor mange ønsker, numbers, summary, ugens, i min forvaltning, seneste uge',
    supporting: 'område, tal, mange, uge, week, ledere',
  },
  campaign: {
    telling:
      'kampagnen, runden, svarprocent, hvem har svaret, har svaret, mangler at svare, campaign going, responded, response rate, hvor mange har svaret, hvem mangler',
    supporting: 'kampagne, runde, svaret, mangler, campaign',
  },
  'start-campaign': {
    telling:
      'start en kampagne, start kampagne, ny kampagne, ny runde, spørg lederne, spørge lederne, spørg alle, send spørgsmål, start a campaign, new round, sæt gang i, start en ny, ask the leaders, sæt en runde',
    supporting: 'start, ny, spørg, alle, lederne, send ud',
  },
  stuck: {
    telling:
      'sidder fast, ikke leveret, ikke kommet frem, kom ikke frem, fejlede, parkeret, stuck, not delivered, undelivered, failed, kunne ikke leveres, strandet, hænger',
    supporting: 'leveret, frem, beskeder, fejl, fast',
  },
  people: {
    telling:
      'er stoppet, er fratrådt, fratræder, ny leder, skal have adgang, have adgang, afløser, har fået nyt job, no longer works, has left, needs access, ny medarbejder, ny skoleleder, slettes fra, stopper den, holder op',
    supporting: 'adgang, stopper, ny, leder, access, joined, tiltræder',
  },
  report: {
    telling:
      'afrapportering, rapport til, til udvalget, udvalget, byrådet, økonomiudvalg, committee, rapporten, report for, udvalgsmøde',
    supporting: 'rapport, udvalg, report, møde, sagsfremstilling',
  },
};
