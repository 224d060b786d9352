import type { Unread } from '../../domain/conversation/unread.ts';
import { inBoth } from '../texts.ts';

/** What the bot says of something that it cannot read: what it is, and what to do instead. */
export const unreadTexts = inBoth({
  da: {
    voice:
      'Jeg kan ikke høre lyd og video. Skriv det i stedet, eller brug diktering på tastaturet – så skriver telefonen for dig.',
    sticker: 'Jeg kan ikke se klistermærker og GIF’er. Skriv med ord, hvad der er svært.',
    code: 'Jeg kan ikke åbne kodeblokken. Sæt teksten ind som almindelig tekst.',
    loop: 'Jeg kan ikke åbne Loop-komponenter. Kopiér teksten derfra, og sæt den ind her.',
    'file-link':
      'Jeg kan ikke åbne filer bag et link. Skriv det vigtigste, eller send selve filen i en privat chat med mig.',
    'text-file': 'Jeg kunne ikke læse tekstfilen. Sæt teksten ind i en besked – del den gerne i flere.',
    other: 'Det, du sendte, kan jeg ikke læse. Skriv med ord, hvad der er svært.',
  } satisfies Record<Unread, string>,
  en: {
    voice:
      'I cannot listen to sound or video. Please write it, or use dictation on the keyboard – then the phone writes for you.',
    sticker: 'I cannot see stickers and GIFs. Say in words what is hard.',
    code: 'I cannot open the code block. Paste the text as ordinary text.',
    loop: 'I cannot open Loop components. Copy the text from it and paste it here.',
    'file-link':
      'I cannot open files behind a link. Write the main point, or send the file itself in a private chat with me.',
    'text-file': 'I could not read the text file. Paste the text into a message, or into several.',
    other: 'I cannot read what you sent. Say in words what is hard.',
  },
});
