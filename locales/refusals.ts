import type { FieldProblem } from '../domain/input.ts';
import type { Refusal } from '../domain/refusal.ts';
import { inBoth } from './texts.ts';

export const refusalTexts = inBoth<Record<Refusal, string>>({
  da: {
    'unknown-action': 'Knappen virker ikke længere. Skriv ”hjælp”, så viser jeg, hvad du kan.',
    'stale-card': 'Kortet er fra før en opdatering, så intet er ændret. Skriv ”hjælp”, og start derfra.',
    'invalid-input': 'Noget skal rettes. Se felterne nedenfor – det, du har skrevet, er her stadig.',
    'not-allowed': 'Det ligger hos andre end dig. Skriv ”hjælp”, så ser du, hvad du kan.',
    'not-found': 'Det ønske kan jeg ikke finde blandt dem, du må se.',
    'wrong-state': 'Ønsket er kommet videre siden. Her er det, som det ser ud nu.',
    'nothing-there': 'Kladden er sendt eller slettet. Skriv ”mine”, så ser du dine ønsker.',
    'no-owner-for-area': 'Ingen enhed har det område endnu. Vælg et andet, eller spørg administratoren.',
    'contains-cpr': 'Der står et CPR-nummer i din tekst, så jeg har ikke gemt den. Fjern nummeret, og send den igen.',
    'looks-like-cpr':
      'Der står et nummer, der ligner et CPR-nummer, så jeg har ikke gemt din tekst. Skriv foran nummeret, hvad det er, fx ”sagsnr.”, og send igen.',
    'too-long': 'Teksten er for lang til et ønske (højst 3.000 tegn). Skriv det vigtigste i en ny besked.',
    'only-in-channel': 'Det kan du kun gøre i en kanal eller gruppe, hvor jeg er med.',
    'edited-too-late': 'Beskeden var allerede sendt. Skriv rettelsen her, så sender jeg den videre.',
    'decided-already': 'En anden har allerede taget stilling.',
    'confirm-horizon': 'Se efter, om tidshorisonten er læst rigtigt.',
    'answered-already':
      'Ønsket er besvaret, så ordene bliver, som de er. Skriv en besked til enheden, hvis noget skal rettes.',
    'sent-already': 'Det, du sendte først, er gemt. Dine rettelser er ikke kommet med.',
    'reply-sent':
      'Det er sendt, så jeg kan ikke tage det tilbage. Skal noget rettes, så skriv det på kortet med ønsket.',
  },
  en: {
    'unknown-action': 'That button no longer works. Write “help” and I will show what you can do.',
    'stale-card': 'That card is from before an update, so nothing has changed. Write “help” and start from there.',
    'invalid-input': 'Something needs correcting. See the fields below – what you wrote is still here.',
    'not-allowed': 'That lies with others. Write “help” to see what you can do.',
    'not-found': 'I cannot find that request among those you may see.',
    'wrong-state': 'The request has moved on since. Here it is as it stands now.',
    'nothing-there': 'The draft has been sent or deleted. Write “mine” to see your requests.',
    'no-owner-for-area': 'No unit owns that area yet. Choose another one, or ask the administrator.',
    'contains-cpr': 'There is a CPR number in your text, so I have not kept it. Remove the number and send it again.',
    'looks-like-cpr':
      'There is a number that looks like a CPR number, so I have not kept your text. Write what it is in front of it, e.g. “case no.”, and send again.',
    'too-long':
      'The text is too long for a request (3,000 characters at most). Write the most important part in a new message.',
    'only-in-channel': 'That can only be done in a channel or group that I am in.',
    'edited-too-late': 'That message had been sent already. Write the correction here and I will pass it on.',
    'decided-already': 'Somebody else has decided that already.',
    'confirm-horizon': 'Please check that the time horizon is read as you meant it.',
    'answered-already':
      'The request has an answer, so its words stay as they are. Write to the unit if something needs correcting.',
    'sent-already': 'What you sent first is saved. Your corrections are not part of it.',
    'reply-sent':
      'It has been sent, so I cannot take it back. If something needs correcting, write it on the card of the request.',
  },
});

export const fieldProblemTexts = inBoth<Record<FieldProblem, string>>({
  da: {
    required: 'Skal udfyldes.',
    'too-long': 'Teksten er for lang. Skriv den kortere.',
    'no-words': 'Skriv det med ord.',
    'contains-cpr': 'Der står et CPR-nummer. Fjern det, og send igen.',
    'looks-like-cpr': 'Et nummer ligner et CPR-nummer. Skriv foran det, hvad det er, fx ”sagsnr.”, eller fjern det.',
    'not-a-number': 'Skriv et tal, fx 15.',
    'out-of-range': 'Tallet er for stort eller for lille.',
    'not-a-choice': 'Vælg en af mulighederne.',
    'horizon-unknown':
      'Jeg forstår ikke tidspunktet. Skriv fx ”1. halvår 2027” eller ”senest 1. maj 2027”, eller skriv, hvorfor der ikke er en dato.',
    'horizon-impossible': 'Den dato findes ikke. Skriv fx ”28. februar 2027”.',
    'horizon-past': 'Tidspunktet er passeret. Skriv, hvornår det sker – eller vælg ”Det er gjort”.',
    'horizon-ahead': 'Tidspunktet ligger forude. Skriv, siden hvornår det har virket – eller vælg et andet svar.',
    'horizon-since-unknown':
      'Jeg forstår ikke tidspunktet. Skriv, siden hvornår det har virket, fx ”i dag” eller ”1. oktober”.',
    'horizon-end-required': 'Skriv en slutdato, der ligger forude, fx ”til 30. juni 2027”.',
    'no-date-reason-required': 'Skriv også, hvorfor der ikke er en dato.',
    'now-possible-required': 'Skriv, hvad der kan gøres nu.',
    'what-it-takes-required': 'Skriv, hvad der skal til for resten.',
    'decline-category-required': 'Vælg, hvorfor svaret er nej.',
    'same-unit': 'Ønsket er allerede hos den enhed.',
  },
  en: {
    required: 'Please fill this in.',
    'too-long': 'The text is too long. Please shorten it.',
    'no-words': 'Please use words.',
    'contains-cpr': 'There is a CPR number here. Remove it and send again.',
    'looks-like-cpr':
      'A number looks like a CPR number. Write what it is in front of it, e.g. “case no.”, or remove it.',
    'not-a-number': 'Write a number, e.g. 15.',
    'out-of-range': 'The number is too large or too small.',
    'not-a-choice': 'Choose one of the options.',
    'horizon-unknown':
      'I do not understand when. Write e.g. “first half of 2027” or “by 1 May 2027”, or write why there is no date.',
    'horizon-impossible': 'That date does not exist. Write e.g. “28 February 2027”.',
    'horizon-past': 'That time has passed. Write when it happens – or choose “It is done”.',
    'horizon-ahead': 'That lies ahead. Write since when it has worked – or choose another answer.',
    'horizon-since-unknown': 'I do not understand when. Write since when it has worked, e.g. “today” or “1 October”.',
    'horizon-end-required': 'Write a last day that lies ahead, e.g. “until 30 June 2027”.',
    'no-date-reason-required': 'Please also write why there is no date.',
    'now-possible-required': 'Say what can be done now.',
    'what-it-takes-required': 'Say what the rest takes.',
    'decline-category-required': 'Choose why the answer is no.',
    'same-unit': 'The request is with that unit already.',
  },
});
