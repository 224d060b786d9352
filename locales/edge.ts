import type { InBoth } from './texts.ts';

/** What is said at the door, before or after all flows. */
export const edgeTexts: InBoth<{
  stranger: string;
  strangerDetail: string;
  guest: string;
  guestDetail: string;
  defect(reference: string): string;
  onlyInPrivate: string;
  below: string;
  fileNotKept: string;
}> = {
  da: {
    stranger: 'Vi kender ikke hinanden endnu',
    strangerDetail: 'Du står ikke på kommunens liste. Skriv til projektlederen for forenkling, så du kan komme med.',
    guest: 'Jeg er kun for kommunens egne ansatte',
    guestDetail: 'Du er gæst her. Skriv til mig fra din egen konto i kommunen, hvis du har en.',
    defect: (reference) =>
      `Det gik galt hos os, ikke hos dig. Prøv igen om lidt. Bliver det ved, så skriv til projektlederen, og oplys ${reference}.`,
    onlyInPrivate: 'Skriv til mig i en privat chat. Så er det kun dig, der ser, hvad du skriver.',
    below: 'Se nedenfor.',
    fileNotKept: 'Filen har jeg ikke gemt. Skriv det vigtigste fra den med ord.',
  },
  en: {
    stranger: 'We have not met yet',
    strangerDetail: 'You are not on the municipality’s list. Write to the simplification project manager to join.',
    guest: 'I am only for the municipality’s own staff',
    guestDetail: 'You are a guest here. If you have an account of your own in the municipality, write to me from that.',
    defect: (reference) =>
      `Something went wrong on our side, not yours. Please try again soon. If it keeps happening, write to the project manager and quote ${reference}.`,
    onlyInPrivate: 'Write to me in a private chat. Then only you see what you write.',
    below: 'See below.',
    fileNotKept: 'I have not kept the file. Please put the main point of it in words.',
  },
};
