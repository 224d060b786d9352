import type { InBoth } from '../texts.ts';

export const commentTexts: InBoth<{
  /** Stands over a message from the unit, in the leader's chat. */
  fromUnit(name: string, number: string): string;
  /** Stands over a message from the leader, in an owner's chat or the unit's channel. */
  fromLeader(name: string, number: string): string;
  anonymousLeader: string;
  replyHint: string;
  replyHintRoom: string;
  heading: string;
  earlier(count: number): string;
  you: string;
  leader: string;
  unit: string;
  said(name: string, when: string): string;
  write: string;
  answer: string;
  see: string;
  formTitle: string;
  toUnit(unit: string): string;
  toLeader: string;
  toAnonymousLeader: string;
  text: string;
  submit: string;
  cancel: string;
  sentToUnit(unit: string): string;
  sentToLeader: string;
}> = {
  da: {
    fromUnit: (name, number) => `${name} skriver om dit ønske ${number}`,
    fromLeader: (name, number) => `${name} skriver om ønsket ${number}`,
    anonymousLeader: 'En leder',
    replyHint: 'Svar på kortet, eller tryk på knappen. Så sender jeg det videre.',
    replyHintRoom: 'Nævn mig i tråden, når noget skal sendes til lederen. Resten bliver mellem jer.',
    heading: 'Beskeder',
    earlier: (count) => (count === 1 ? 'Én ældre besked' : `${count} ældre beskeder`),
    you: 'Dig',
    leader: 'Lederen',
    unit: 'Enheden',
    said: (name, when) => `${name}, ${when}:`,
    write: 'Skriv en besked',
    answer: 'Skriv tilbage',
    see: 'Se ønsket',
    formTitle: 'Skriv en besked',
    toUnit: (unit) => `Den sendes til ${unit}.`,
    toLeader: 'Den sendes til lederen.',
    toAnonymousLeader: 'Den sendes til lederen. I kan ikke se, hvem det er.',
    text: 'Din besked',
    submit: 'Send beskeden',
    cancel: 'Annullér',
    sentToUnit: (unit) => `Sendt til ${unit}.`,
    sentToLeader: 'Sendt til lederen.',
  },
  en: {
    fromUnit: (name, number) => `${name} writes about your request ${number}`,
    fromLeader: (name, number) => `${name} writes about request ${number}`,
    anonymousLeader: 'A leader',
    replyHint: 'Reply to the card, or press the button. I will pass it on.',
    replyHintRoom: 'Mention me in the thread when something is for the leader. The rest stays between you.',
    heading: 'Messages',
    earlier: (count) => (count === 1 ? 'One earlier message' : `${count} earlier messages`),
    you: 'You',
    leader: 'The leader',
    unit: 'The unit',
    said: (name, when) => `${name}, ${when}:`,
    write: 'Write a message',
    answer: 'Write back',
    see: 'See the request',
    formTitle: 'Write a message',
    toUnit: (unit) => `It goes to ${unit}.`,
    toLeader: 'It goes to the leader.',
    toAnonymousLeader: 'It goes to the leader. You cannot see who that is.',
    text: 'Your message',
    submit: 'Send the message',
    cancel: 'Cancel',
    sentToUnit: (unit) => `Sent to ${unit}.`,
    sentToLeader: 'Sent to the leader.',
  },
};
