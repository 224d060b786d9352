import type { ListProblem, ListProblemCode } from '../../domain/people/list-file/list-problem.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';

type ProblemTexts = { readonly [Code in ListProblemCode]: (problem: ListProblem<Code>) => string };

const listProblemTexts = inBoth<ProblemTexts>({
  da: {
    'empty-file': () => 'Filen er tom.',
    'not-text': () => 'Filen er ikke en CSV-fil. Gem regnearket som ”CSV UTF-8”, og send den igen.',
    'no-rows': () => 'Der er ingen personer under overskrifterne.',
    'too-many-rows': ({ rows, max }) => `Der er ${rows} rækker. Jeg kan højst læse ${max}.`,
    'no-header': ({ expected, line = 1 }) => `Linje ${line} skal være kolonnernes navne: ${expected.join(', ')}.`,
    'column-missing': ({ column, line = 1 }) => `Kolonnen ”${column}” mangler i linje ${line}.`,
    'column-twice': ({ column, line = 1 }) => `Kolonnen ”${column}” står flere gange i linje ${line}.`,
    'column-ignored': ({ column }) => `Kolonnen ”${column}” bruges ikke.`,
    'not-utf8': ({ line }) => `Linje ${line}: Æ, ø og å kan ikke læses. Gem filen som ”CSV UTF-8”.`,
    'quote-broken': ({ line }) => `Linje ${line}: Et anførselstegn er ikke lukket. Luk det, eller slet det.`,
    'wrong-field-count': ({ line, expected, found }) =>
      `Linje ${line}: Der er ${found} felter, men der skal være ${expected}. Sæt anførselstegn om en tekst med skilletegn i.`,
    'control-character': ({ line, column }) =>
      `Linje ${line}: Der er et usynligt tegn i ”${column}”. Skriv feltet på ny.`,
    'value-too-long': ({ line, column, length, max }) =>
      `Linje ${line}: ”${column}” fylder ${length} tegn. Der er plads til ${max}.`,
    'value-missing': ({ line, column }) => `Linje ${line}: ”${column}” er ikke udfyldt.`,
    'email-invalid': ({ line, value }) => `Linje ${line}: ”${value}” er ikke en e-mailadresse.`,
    'entra-invalid': ({ line, value }) => `Linje ${line}: ”${value}” er ikke et objekt-id fra Entra ID (et GUID).`,
    'entra-twice': ({ line, firstLine, value }) =>
      `Linje ${line}: Entra-id ${value} står allerede i linje ${firstLine}.`,
    'upn-invalid': ({ line, value }) => `Linje ${line}: UPN ”${value}” er ikke skrevet som en e-mailadresse.`,
    'employee-number-twice': ({ line, firstLine, value }) =>
      `Linje ${line}: Medarbejdernummer ${value} står allerede i linje ${firstLine}.`,
    'email-twice': ({ line, firstLine, email }) => `Linje ${line}: ${email} står allerede i linje ${firstLine}.`,
    'role-unknown': ({ line, value, allowed }) =>
      `Linje ${line}: Rollen ”${value}” kender jeg ikke. Skriv ${choices(allowed, 'eller')}.`,
    'language-unknown': ({ line, value, allowed }) =>
      `Linje ${line}: Sproget ”${value}” kender jeg ikke. Skriv ${choices(allowed, 'eller')}.`,
    'unit-unknown': ({ line, value, allowed }) =>
      `Linje ${line}: Enheden ”${value}” kender jeg ikke. Skriv ${choices(allowed, 'eller')}.`,
    'unit-missing': ({ line, allowed }) =>
      `Linje ${line}: En procesejer skal have en enhed: ${choices(allowed, 'eller')}.`,
    'manager-invalid': ({ line, value }) => `Linje ${line}: Chefen ”${value}” er ikke en e-mailadresse.`,
    'manager-unknown': ({ line, email }) => `Linje ${line}: Chefen ${email} står ikke selv i filen.`,
    'manager-ring': ({ members }) =>
      members.length === 1
        ? `${members.map(({ line, email }) => `Linje ${line}: ${email}`).join('')} er sin egen chef.`
        : `Disse er chefer for hinanden: ${members.map(({ line, email }) => `${email} (linje ${line})`).join(' → ')}.`,
  },
  en: {
    'empty-file': () => 'The file is empty.',
    'not-text': () => 'The file is not a CSV file. Save the spreadsheet as “CSV UTF-8” and send it again.',
    'no-rows': () => 'There are no people below the header.',
    'too-many-rows': ({ rows, max }) => `There are ${rows} rows. I can read ${max} at most.`,
    'no-header': ({ expected, line = 1 }) => `Line ${line} must hold the names of the columns: ${expected.join(', ')}.`,
    'column-missing': ({ column, line = 1 }) => `The column “${column}” is missing in line ${line}.`,
    'column-twice': ({ column, line = 1 }) => `The column “${column}” is there more than once in line ${line}.`,
    'column-ignored': ({ column }) => `The column “${column}” is not used.`,
    'not-utf8': ({ line }) => `Line ${line}: The special letters cannot be read. Save the file as “CSV UTF-8”.`,
    'quote-broken': ({ line }) => `Line ${line}: A quotation mark lacks its partner. Add it, or take this one away.`,
    'wrong-field-count': ({ line, expected, found }) =>
      `Line ${line}: There are ${found} fields and there must be ${expected}. Put quotation marks around a text with separators in it.`,
    'control-character': ({ line, column }) =>
      `Line ${line}: There is an invisible character in “${column}”. Type the field again.`,
    'value-too-long': ({ line, column, length, max }) =>
      `Line ${line}: “${column}” is ${length} characters long. There is room for ${max}.`,
    'value-missing': ({ line, column }) => `Line ${line}: “${column}” is not filled in.`,
    'email-invalid': ({ line, value }) => `Line ${line}: “${value}” is not an e-mail address.`,
    'entra-invalid': ({ line, value }) => `Line ${line}: “${value}” is not an object id of Entra ID (a GUID).`,
    'entra-twice': ({ line, firstLine, value }) =>
      `Line ${line}: The Entra id ${value} is in line ${firstLine} already.`,
    'upn-invalid': ({ line, value }) => `Line ${line}: The UPN “${value}” is not written like an e-mail address.`,
    'employee-number-twice': ({ line, firstLine, value }) =>
      `Line ${line}: The employee number ${value} is in line ${firstLine} already.`,
    'email-twice': ({ line, firstLine, email }) => `Line ${line}: ${email} is in line ${firstLine} already.`,
    'role-unknown': ({ line, value, allowed }) =>
      `Line ${line}: I do not know the role “${value}”. Write ${choices(allowed, 'or')}.`,
    'language-unknown': ({ line, value, allowed }) =>
      `Line ${line}: I do not know the language “${value}”. Write ${choices(allowed, 'or')}.`,
    'unit-unknown': ({ line, value, allowed }) =>
      `Line ${line}: I do not know the unit “${value}”. Write ${choices(allowed, 'or')}.`,
    'unit-missing': ({ line, allowed }) => `Line ${line}: A process owner must have a unit: ${choices(allowed, 'or')}.`,
    'manager-invalid': ({ line, value }) => `Line ${line}: The manager “${value}” is not an e-mail address.`,
    'manager-unknown': ({ line, email }) => `Line ${line}: The manager ${email} is not in the file.`,
    'manager-ring': ({ members }) =>
      members.length === 1
        ? `${members.map(({ line, email }) => `Line ${line}: ${email}`).join('')} is set as their own manager.`
        : `These are each other’s managers in a ring: ${members.map(({ line, email }) => `${email} (line ${line})`).join(' → ')}.`,
  },
});

/** A problem of an organisation file in words. */
export function listProblemText<Code extends ListProblemCode>(problem: ListProblem<Code>, language: Language): string {
  const texts: ProblemTexts = listProblemTexts[language];
  return texts[problem.code](problem);
}

/** "a, b eller c" */
function choices(allowed: readonly string[], or: string): string {
  const [last = '', ...others] = allowed.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ${or} ${last}`;
}
