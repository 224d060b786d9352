import { inBoth } from '../texts.ts';

export const campaignTexts = inBoth({
  da: {
    formTitle: 'Start en kampagne',
    intro: 'Alle ledere, du vælger, får spørgsmålet i deres egen chat i arbejdstiden.',
    question: 'Spørgsmål til lederne',
    questionHint: 'Ét kort spørgsmål, som man kan svare på med det samme.',
    defaultQuestion: 'Hvad er det, der lige nu gør din hverdag unødigt besværlig?',
    administration: 'Hvem skal spørges?',
    everyone: (leaders: number) => `Alle ledere (${leaders})`,
    group: (name: string, leaders: number) => `${name} (${leaders})`,
    submit: 'Start kampagnen',
    cancel: 'Annullér',
    started: (asked: number) =>
      `Kampagnen er i gang. ${asked === 1 ? '1 leder' : `${asked} ledere`} bliver spurgt i egen chat.`,
    leftOut: (count: number) => `${count} har sagt nej tak til opfordringer og bliver ikke spurgt.`,
    prompt:
      'Skriv det her i chatten, som du ville sige det til en kollega. Det tager under et minut, og du får svar med en dato.',
    write: 'Skriv et ønske',
    snooze: 'Spørg mig senere',
    stop: 'Spørg mig ikke igen',
    snoozed: 'I orden, jeg spørger ikke den næste uge. Du kan altid skrive til mig.',
    stopped:
      'I orden, jeg spørger ikke igen. Du kan altid skrive til mig. Skriv ”start opfordringer”, hvis du ombestemmer dig.',
    resumed: 'Tak, så spørger jeg dig igen, når der er en kampagne.',
  },
  en: {
    formTitle: 'Start a campaign',
    intro: 'All leaders you choose get the question in their own chat during working hours.',
    question: 'Question to the leaders',
    questionHint: 'One short question that can be answered right away.',
    defaultQuestion: 'What makes your day needlessly hard right now?',
    administration: 'Who should be asked?',
    everyone: (leaders) => `All leaders (${leaders})`,
    group: (name, leaders) => `${name} (${leaders})`,
    submit: 'Start the campaign',
    cancel: 'Cancel',
    started: (asked) =>
      `The campaign is running. ${asked === 1 ? '1 leader is' : `${asked} leaders are`} asked in their own chat.`,
    leftOut: (count) => `${count} said no to prompts and will not be asked.`,
    prompt:
      'Write it here in the chat, as you would tell a colleague. It takes less than a minute, and you get an answer with a date.',
    write: 'Write a request',
    snooze: 'Ask me later',
    stop: 'Do not ask me again',
    snoozed: 'All right, I will not ask for the next week. You can always write to me.',
    stopped:
      'All right, I will not ask again. You can always write to me. Write “start prompts” if you change your mind.',
    resumed: 'Thank you, I will ask you again when there is a campaign.',
  },
});
