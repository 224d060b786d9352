import type { InBoth } from './texts.ts';

export const listTexts: InBoth<{
  mineTitle: string;
  mineEmpty: string;
  drafts: string;
  draft: string;
  openDraft: string;
  inboxTitle(unit: string): string;
  inboxEmpty: string;
  dueOn(date: string): string;
  overdueSince(date: string): string;
  promised(horizon: string): string;
  show: string;
  more(count: number): string;
  write: string;
  help: string;
}> = {
  da: {
    mineTitle: 'Dine ønsker',
    mineEmpty: 'Du har ikke sendt noget endnu. Skriv det første her i chatten.',
    drafts: 'Ikke sendt endnu',
    draft: 'Kladde',
    openDraft: 'Åbn',
    inboxTitle: (unit) => `Indbakke: ${unit}`,
    inboxEmpty: 'Her er tomt. Alle ønsker er besvaret og leveret.',
    dueOn: (date) => `svar senest ${date}`,
    overdueSince: (date) => `ubesvaret, svar skulle være kommet ${date}`,
    promised: (horizon) => `lovet: ${horizon}`,
    show: 'Se',
    more: (count) => `Og ${count} til. Skriv et nummer, fx “FØ-2026-0042”, for at se ét.`,
    write: 'Skriv et ønske',
    help: 'Se, hvad jeg kan',
  },
  en: {
    mineTitle: 'Your requests',
    mineEmpty: 'You have not sent anything yet. Write the first one here in the chat.',
    drafts: 'Not sent yet',
    draft: 'Draft',
    openDraft: 'Open',
    inboxTitle: (unit) => `Inbox: ${unit}`,
    inboxEmpty: 'Nothing here. All requests are answered and delivered.',
    dueOn: (date) => `answer by ${date}`,
    overdueSince: (date) => `unanswered, the answer was due on ${date}`,
    promised: (horizon) => `promised: ${horizon}`,
    show: 'See',
    more: (count) => `And ${count} more. Write a number, e.g. “FØ-2026-0042”, to see one.`,
    write: 'Write a request',
    help: 'See what I can do',
  },
};
