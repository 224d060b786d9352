import type { ParkedProblem } from '../../domain/delivery/parked.ts';
import { inBoth } from '../texts.ts';

interface Told {
  /** The problem. */
  what: string;
  /** The remedy that the administrator has. */
  todo: string;
}

/** The words of the administrators' card of messages that could not be delivered. */
export const parkedTexts = inBoth({
  da: {
    title: (count: number) => (count === 1 ? '1 besked er ikke nået frem' : `${count} beskeder er ikke nået frem`),
    allArrived: 'Alt er nået frem',
    nothing: 'Der er ingen beskeder, der sidder fast.',
    intro:
      'Intet er tabt: ønskerne står i lederens liste og i enhedens indbakke. Hvilke beskeder det er, viser jeg ikke, så ingen kan se, hvem der har sendt et anonymt ønske.',
    reasons: {
      'no-chat': {
        what: 'Har ingen chat med mig',
        todo: 'Bed personen skrive ”hej” til mig, eller få it til at installere appen. Se også efter, om mailadressen på organisationslisten er rigtig. Så sender jeg beskederne af mig selv.',
      },
      unreachable: {
        what: 'Kan ikke nås',
        todo: 'Personen har fjernet mig eller er stoppet. Tal med personen, eller tag personen af organisationslisten. En kanal kan være arkiveret: skriv ”indbakke her” i den, når jeg er med igen.',
      },
      uninstalled: {
        what: 'Appen er ikke installeret mere',
        todo: 'Få it til at installere den igen. Så sender jeg beskederne af mig selv.',
      },
      refused: {
        what: 'Blev afvist',
        todo: 'Det kan du ikke rette. Sig det til den, der driver botten.',
      },
      later: {
        what: 'Intet svar i over et døgn',
        todo: 'Teams eller Slack svarede ikke. Send igen. Sker det igen, så sig det til den, der driver botten.',
      },
      failed: {
        what: 'Gik galt hos mig',
        todo: 'Send igen. Sker det igen, så sig det til den, der driver botten.',
      },
      odd: {
        what: 'Gik galt i Teams eller Slack',
        todo: 'Send igen. Sker det igen, så sig det til den, der driver botten.',
      },
      unknown: {
        what: 'Er måske nået frem',
        todo: 'En opfordring eller et overblik. Sender du det igen, kan det komme to gange.',
      },
      'unknown-message': {
        what: 'Er fra en anden udgave af botten',
        todo: 'Sig det til den, der driver botten.',
      },
    } satisfies Record<ParkedProblem, Told>,
    channel: (platform: string, unit: string | null) =>
      unit === null ? `En kanal i ${platform}` : `${unit}: en kanal i ${platform}`,
    ownWork: 'Mit eget arbejde',
    count: (count: number) => (count === 1 ? '1 besked' : `${count} beskeder`),
    more: (count: number) => (count === 1 ? 'Og 1 modtager mere.' : `Og ${count} modtagere mere.`),
    sendAgain: 'Send igen',
    sendAllAgain: 'Send alle igen',
    sent: (count: number) => {
      if (count === 0) return 'Den er sendt eller prøves allerede igen.';
      return count === 1 ? 'Jeg prøver 1 besked igen.' : `Jeg prøver ${count} beskeder igen.`;
    },
  },
  en: {
    title: (count) => (count === 1 ? '1 message did not arrive' : `${count} messages did not arrive`),
    allArrived: 'Everything arrived',
    nothing: 'No message is stuck.',
    intro:
      'Nothing is lost: the requests are in the leader’s list and in the unit’s inbox. Which messages these are is not shown, so that nobody can see who sent an anonymous request.',
    reasons: {
      'no-chat': {
        what: 'Have no chat with me',
        todo: 'Ask them to write “hello” to me, or have IT install the app. Check that the e-mail address in the organisation list is right, too. Then I send the messages by myself.',
      },
      unreachable: {
        what: 'Cannot be reached',
        todo: 'They removed me or have left. Talk to them, or take them off the organisation list. A channel may be archived: write “inbox here” in it once I am back.',
      },
      uninstalled: {
        what: 'The app is not installed any more',
        todo: 'Have IT install it again. Then I send the messages by myself.',
      },
      refused: {
        what: 'Were turned down',
        todo: 'You cannot mend this. Tell whoever runs the bot.',
      },
      later: {
        what: 'No answer for over a day',
        todo: 'Teams or Slack did not answer. Send again. If it happens again, tell whoever runs the bot.',
      },
      failed: {
        what: 'Went wrong on my side',
        todo: 'Send again. If it happens again, tell whoever runs the bot.',
      },
      odd: {
        what: 'Went wrong in Teams or Slack',
        todo: 'Send again. If it happens again, tell whoever runs the bot.',
      },
      unknown: {
        what: 'May have arrived',
        todo: 'A prompt or an overview. If you send it again, it may come twice.',
      },
      'unknown-message': {
        what: 'Are from another version of the bot',
        todo: 'Tell whoever runs the bot.',
      },
    },
    channel: (platform, unit) => (unit === null ? `A channel in ${platform}` : `${unit}: a channel in ${platform}`),
    ownWork: 'My own work',
    count: (count) => (count === 1 ? '1 message' : `${count} messages`),
    more: (count) => (count === 1 ? 'And 1 more recipient.' : `And ${count} more recipients.`),
    sendAgain: 'Send again',
    sendAllAgain: 'Send all again',
    sent: (count) => {
      if (count === 0) return 'It was sent, or is being tried again already.';
      return count === 1 ? 'I am trying 1 message again.' : `I am trying ${count} messages again.`;
    },
  },
});
