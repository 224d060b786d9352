import { inBoth } from '../texts.ts';

/** The texts of the web page “Overblik” in Teams, without the cards that it shows. */
export const tabTexts = inBoth({
  da: {
    loading: 'Henter dit overblik …',
    back: 'Tilbage til overblikket',
    refresh: 'Opdatér',
    chat: 'Åbn chatten',
    again: 'Prøv igen',
    promised: 'Lovet:',
    outside: 'Åbn mig i Teams',
    outsideDetail:
      'Jeg er kommunens Forenklingsbot. Skriv til mig, hvad der gør arbejdet unødigt besværligt, så får du svar med en dato. I Teams kan du se dine ønsker under fanen Overblik.',
    outsideOpen: 'Gå til chatten i Teams',
    noSignIn: 'Jeg kan ikke se, hvem du er',
    noSignInDetail: 'Luk fanen, og åbn den igen. Sker det igen, så skriv til mig i chatten, og kontakt it-support.',
    notLetIn: 'Jeg er ikke sat op til din organisation',
    notLetInDetail: 'Er du ansat i kommunen, så kontakt it-support.',
    failed: 'Jeg kan ikke hente det lige nu',
    failedDetail: 'Fejlen er hos os. Intet er gået tabt. Prøv igen om lidt.',
  },
  en: {
    loading: 'Fetching your overview …',
    back: 'Back to the overview',
    refresh: 'Refresh',
    chat: 'Open the chat',
    again: 'Try again',
    promised: 'Promised:',
    outside: 'Open me in Teams',
    outsideDetail:
      'I am the municipality’s simplification bot. Write to me what is harder than it needs to be, and you get an answer with a date. In Teams you see your requests in the tab Overview.',
    outsideOpen: 'Go to the chat in Teams',
    noSignIn: 'I cannot see who you are',
    noSignInDetail:
      'Close the tab and open it again. If it keeps happening, write to me in the chat, and contact IT support.',
    notLetIn: 'I am not set up for your organisation',
    notLetInDetail: 'If you work for the municipality, please contact IT support.',
    failed: 'I cannot fetch it right now',
    failedDetail: 'The fault is on our side. Nothing is lost. Please try again soon.',
  },
});

/** The texts that the bot uses in the chat after a button of the page has led there. */
export const chatTexts = inBoth({
  da: {
    /** These are written into the chat as commands. */
    newRequest: 'nyt ønske',
    mine: 'mine ønsker',
    campaign: 'kampagne',
    /** Stands above a link to the chat, where the person fills in the rest. */
    goOn: 'Der mangler lidt endnu',
    goOnDetail: 'Skriv resten i chatten. Det, du har skrevet, er gemt.',
  },
  en: {
    newRequest: 'new request',
    mine: 'my requests',
    campaign: 'campaign',
    goOn: 'A little is missing',
    goOnDetail: 'Write the rest in the chat. What you wrote is kept.',
  },
});
