import type { Doubt, Named, Shared } from '../../domain/people/import/doubts.ts';
import type { ListReport, UnitWithoutOwner } from '../../domain/people/import/report.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';
import { unitCountTexts } from './unit-counts.ts';

type Changed = ListReport['changed'][number];
type Moved = ListReport['moved'][number];
type Move = Moved['to'][number];
type Renamed = ListReport['administrations']['renamed'][number];

const named = ({ name, email }: Named) => `${name} (${email})`;

/** The texts of the administrator's commands about people: import, undo-import and remove. */
export const listReportTexts = inBoth({
  da: {
    added: (person: Named) => `Ny: ${named(person)}`,
    returned: (person: Named) => `Tilbage igen, med sine egne ønsker: ${named(person)}`,
    removed: (person: Named) => `Lukkes ude: ${named(person)}`,
    changed: ({ person, fields }: Changed) =>
      `Ændres: ${named(person)}: ${fields.map((field) => fieldsDa[field]).join(', ')}`,
    moved: ({ person, to }: Moved) =>
      `Flyttes: ${named(person)}: ${to.map((move) => `${movesDa[move.field]} ${fromTo(move, 'ingen')}`).join(', ')}`,
    doubt: (doubt: Doubt): string => {
      switch (doubt.code) {
        case 'undecided':
          return `Uklart: linje ${doubt.lines.join(', ')} kan være ${doubt.people.map(named).join(' eller ')}. Skriv entraObjectId eller employeeNumber, eller luk den forkerte ude med remove.`;
        case 'other-name':
          return `Se efter: linje ${doubt.line}: ${named(doubt.row)} hed før ${doubt.before.name}. Er det en anden person, så skriv entraObjectId eller employeeNumber i linjen.`;
        case 'somebody-else':
          return `Se efter: linje ${doubt.line}: ${named(doubt.row)} har ${sharedDa[doubt.has]} som ${named(doubt.other)}, men er en anden${doubt.isNew ? ' og ny' : ''}. ${doubt.other.name} ${doubt.remains ? 'bliver' : 'er her ikke mere'} og beholder sine egne ønsker.${doubt.byNumber ? ' Er det den samme person med nyt navn og nyt medarbejdernummer, så lad employeeNumber stå tomt i linjen.' : ''}`;
      }
    },
    administrationRenamed: ({ from, to }: Renamed) =>
      `Forvaltningen ${from} hedder nu ${to}. Den beholder sine ønsker.`,
    administrationAdded: (name: string) => `Ny forvaltning: ${name}`,
    administrationGone: (name: string) => `Forvaltning uden personer: ${name}`,
    unitWithoutOwner: ({ unit, isLastLost, openRequests }: UnitWithoutOwner) =>
      isLastLost
        ? `Advarsel: ${unit} mister sin sidste procesejer${openRequests > 0 ? ` og har ${unitCountTexts.da.openRequests(openRequests)}` : ''}. Ønskerne går til administratorerne.`
        : `${unit} har ingen procesejer${openRequests > 0 ? ` og har ${unitCountTexts.da.openRequests(openRequests)}` : ''}.`,
    withoutAdmin: 'Advarsel: Ingen er administrator bagefter.',
    counts: ({ added, returned, changed, moved, removed, unchanged }: ListReport) =>
      `${added.length} ${added.length === 1 ? 'ny' : 'nye'}, ${returned.length} tilbage, ${changed.length} ændret, ${moved.length} flyttet, ${removed.length} lukket ude, ${unchanged} som før.`,
    tooManyRemoved: (removed: number, active: number) =>
      `${removed} af ${active} ville blive lukket ude: det er mere end hver tiende. Skriv --remove ${removed}, hvis det er rigtigt.`,
    removedAreOthers: (named: number, removed: number) =>
      `--remove ${named} passer ikke: ${removed} ville blive lukket ude.`,
    tellWho: 'Listen kan ikke indlæses, før det er klart, hvem der er hvem.',
    problems: (count: number) => `${count === 1 ? 'En' : count} ting skal rettes i filen.`,
    noNumber: (given: string) => `--remove ${given}: skriv et helt tal.`,
    nothingToUndo: 'Der er ingen indlæsning at fortryde. En indlæsning kan fortrydes i 90 dage.',
    undoes: (at: string) => `Indlæsningen fra ${at} fortrydes.`,
    nobody: (address: string, organisation: string) => `Ingen med adressen ${address} er lukket ind i ${organisation}.`,
    shutOut: (email: string, organisation: string) => `${email} er lukket ude af ${organisation}.`,
    stillOnList: 'Slet også personen i listen, ellers lukker næste indlæsning personen ind igen.',
    isWithoutAdmin: (organisation: string) => `${organisation} har ingen administrator mere.`,
  },
  en: {
    added: (person: Named) => `New: ${named(person)}`,
    returned: (person: Named) => `Back again, with their own requests: ${named(person)}`,
    removed: (person: Named) => `Shut out: ${named(person)}`,
    changed: ({ person, fields }: Changed) =>
      `Changed: ${named(person)}: ${fields.map((field) => fieldsEn[field]).join(', ')}`,
    moved: ({ person, to }: Moved) =>
      `Moved: ${named(person)}: ${to.map((move) => `${movesEn[move.field]} ${fromTo(move, 'none')}`).join(', ')}`,
    doubt: (doubt: Doubt): string => {
      switch (doubt.code) {
        case 'undecided':
          return `Unclear: line ${doubt.lines.join(', ')} may be ${doubt.people.map(named).join(' or ')}. Write entraObjectId or employeeNumber, or shut the wrong one out with remove.`;
        case 'other-name':
          return `Look at this: line ${doubt.line}: ${named(doubt.row)} was ${doubt.before.name} before. If it is another person, write entraObjectId or employeeNumber in the line.`;
        case 'somebody-else':
          return `Look at this: line ${doubt.line}: ${named(doubt.row)} has ${sharedEn[doubt.has]} as ${named(doubt.other)}, but is somebody else${doubt.isNew ? ' and new' : ''}. ${doubt.other.name} ${doubt.remains ? 'stays' : 'is no longer here'} and keeps their own requests.${doubt.byNumber ? ' If it is the same person with a new name and a new employee number, leave employeeNumber empty in the line.' : ''}`;
      }
    },
    administrationRenamed: ({ from, to }: Renamed) =>
      `The administration ${from} is now called ${to}. It keeps its requests.`,
    administrationAdded: (name: string) => `New administration: ${name}`,
    administrationGone: (name: string) => `Administration without people: ${name}`,
    unitWithoutOwner: ({ unit, isLastLost, openRequests }: UnitWithoutOwner) =>
      isLastLost
        ? `Warning: ${unit} loses its last process owner${openRequests > 0 ? ` and has ${unitCountTexts.en.openRequests(openRequests)}` : ''}. Its requests fall to the administrators.`
        : `${unit} has no process owner${openRequests > 0 ? ` and has ${unitCountTexts.en.openRequests(openRequests)}` : ''}.`,
    withoutAdmin: 'Warning: nobody is an administrator afterwards.',
    counts: ({ added, returned, changed, moved, removed, unchanged }: ListReport) =>
      `${added.length} new, ${returned.length} back, ${changed.length} changed, ${moved.length} moved, ${removed.length} shut out, ${unchanged} as before.`,
    tooManyRemoved: (removed: number, active: number) =>
      `${removed} of ${active} would be shut out, more than one in ten. Write --remove ${removed} if that is right.`,
    removedAreOthers: (named: number, removed: number) =>
      `--remove ${named} does not fit: ${removed} would be shut out.`,
    tellWho: 'The list cannot be imported before it is clear who is who.',
    problems: (count: number) => `${count === 1 ? 'One thing' : `${count} things`} must be corrected in the file.`,
    noNumber: (given: string) => `--remove ${given}: write a whole number.`,
    nothingToUndo: 'There is no import to undo. An import can be undone for 90 days.',
    undoes: (at: string) => `The import of ${at} is undone.`,
    nobody: (address: string, organisation: string) =>
      `Nobody with the address ${address} is let in at ${organisation}.`,
    shutOut: (email: string, organisation: string) => `${email} is shut out of ${organisation}.`,
    stillOnList: 'Take them out of the list as well, or the next import lets them in again.',
    isWithoutAdmin: (organisation: string) => `${organisation} has no administrator any more.`,
  },
});

const fieldsDa: Record<Changed['fields'][number], string> = {
  name: 'navn',
  email: 'e-mail',
  upn: 'UPN',
  entraObjectId: 'Entra-id',
  employeeNumber: 'medarbejdernummer',
  roles: 'roller',
};
const fieldsEn: typeof fieldsDa = {
  name: 'name',
  email: 'e-mail',
  upn: 'UPN',
  entraObjectId: 'Entra id',
  employeeNumber: 'employee number',
  roles: 'roles',
};
const movesDa: Record<Move['field'], string> = {
  administration: 'forvaltning',
  institution: 'institution',
  unit: 'enhed',
  managerId: 'chef',
};
const movesEn: typeof movesDa = {
  administration: 'administration',
  institution: 'institution',
  unit: 'unit',
  managerId: 'manager',
};
const sharedDa: Record<Shared, string> = {
  address: 'samme adresse',
  employeeNumber: 'samme medarbejdernummer',
  chat: 'samme bruger i Teams',
};
const sharedEn: typeof sharedDa = {
  address: 'the same address',
  employeeNumber: 'the same employee number',
  chat: 'the same user in Teams',
};

const fromTo = ({ from, to }: Move, none: string) => `${from || none} → ${to || none}`;

/** A report in lines, the doubts and warnings last, where they are seen. */
export function listReportLines(report: ListReport, language: Language): string[] {
  const words = listReportTexts[language];
  return [
    ...report.added.map(words.added),
    ...report.returned.map(words.returned),
    ...report.changed.map(words.changed),
    ...report.moved.map(words.moved),
    ...report.removed.map(words.removed),
    ...report.administrations.renamed.map(words.administrationRenamed),
    ...report.administrations.added.map(words.administrationAdded),
    ...report.administrations.gone.map(words.administrationGone),
    ...report.unitsWithoutOwner.map(words.unitWithoutOwner),
    ...(report.isWithoutAdmin ? [words.withoutAdmin] : []),
    ...report.doubts.map(words.doubt),
    words.counts(report),
  ];
}
