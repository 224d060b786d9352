import { inBoth } from '../texts.ts';

/** The texts of the commands that back up and restore the embedded database. */
export const backupTexts = inBoth({
  da: {
    useMongodump:
      'MONGODB_URI er sat. En MongoDB har sin egen sikkerhedskopi: mongodump og mongorestore, eller leverandørens.',
    written: (documents: number, file: string) => `${documents} dokumenter er gemt i ${file}.`,
    restored: (documents: number, file: string) => `${documents} dokumenter er indlæst fra ${file}.`,
    notEmpty: 'Databasen er ikke tom. Stop botten, flyt mappen DATA_FOLDER/database væk, og gør det igen.',
    notWhole: (file: string) => `${file} er ikke en hel sikkerhedskopi. Intet er ændret.`,
    unreadable: (file: string, code: string) => `${file} kan ikke læses (${code}). Intet er ændret.`,
    unwritable: (file: string, code: string) =>
      code === 'EEXIST' ? `${file} findes allerede og bliver ikke overskrevet.` : `${file} kan ikke skrives (${code}).`,
  },
  en: {
    useMongodump: 'MONGODB_URI is set. MongoDB has its own backup: mongodump and mongorestore, or the provider’s.',
    written: (documents, file) => `${documents} documents are in ${file}.`,
    restored: (documents, file) => `${documents} documents were taken from ${file}.`,
    notEmpty: 'The database is not empty. Stop the bot, move the folder DATA_FOLDER/database away, and try again.',
    notWhole: (file) => `${file} is no whole backup. Nothing was changed.`,
    unreadable: (file, code) => `${file} cannot be read (${code}). Nothing was changed.`,
    unwritable: (file, code) =>
      code === 'EEXIST' ? `${file} is there already and is not overwritten.` : `${file} cannot be written (${code}).`,
  },
});
