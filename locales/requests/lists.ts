import type { InBoth } from '../texts.ts';

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
  moreMine(count: number): string;
  moreInbox(count: number): string;
  moreDrafts(count: number): string;
  write: string;
  help: string;
}> = {
  da: {
    mineTitle: 'Dine ønsker',
    mineEmpty: 'Du har ikke sendt noget endnu.',
    drafts: 'Ikke sendt endnu',
    draft: 'Kladde',
    openDraft: 'Åbn',
    inboxTitle: (unit) => `Indbakke: ${unit}`,
    inboxEmpty: 'Her er tomt. Alle ønsker er besvaret og leveret.',
    dueOn: (date) => `svar senest den ${date}`,
    overdueSince: (date) => `Ubesvaret – svaret skulle være kommet den ${date}`,
    promised: (horizon) => `lovet: ${horizon}`,
    show: 'Se',
    moreMine: (count) => `Og ${count} ældre. Skriv et nummer, fx ”FØ-2026-0042”, så viser jeg ønsket.`,
    moreInbox: (count) => `Og ${count} til. De kommer frem, når du er færdig med dem her.`,
    moreDrafts: (count) => `Og ${count} til. De kommer frem, når du har sendt eller slettet dem her.`,
    write: 'Skriv et ønske',
    help: 'Se, hvad jeg kan',
  },
  en: {
    mineTitle: 'Your requests',
    mineEmpty: 'You have not sent anything yet.',
    drafts: 'Not sent yet',
    draft: 'Draft',
    openDraft: 'Open',
    inboxTitle: (unit) => `Inbox: ${unit}`,
    inboxEmpty: 'Nothing here. All requests are answered and delivered.',
    dueOn: (date) => `answer by ${date}`,
    overdueSince: (date) => `Unanswered – the answer was due on ${date}`,
    promised: (horizon) => `promised: ${horizon}`,
    show: 'See',
    moreMine: (count) => `And ${count} older ones. Write a number, e.g. “FØ-2026-0042”, and I will show the request.`,
    moreInbox: (count) => `And ${count} more. They appear when you have dealt with these.`,
    moreDrafts: (count) => `And ${count} more. They appear when you have sent or deleted these.`,
    write: 'Write a request',
    help: 'See what I can do',
  },
};
