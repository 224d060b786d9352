import type { SettingsKey, SettingsProblem, UnitInFile, UnitKey } from '../../domain/people/settings/read-settings.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';
import { areaNames } from '../vocabulary.ts';

type Code = SettingsProblem['code'];
type Problem<One extends Code> = { [Each in One]: Extract<SettingsProblem, { code: Each }> }[One];
type Texts = { readonly [One in Code]: (problem: Problem<One>) => string };

const areaCodes = Object.keys(areaNames.da).join(', ');

/** The demands on a value of a settings file, after “skal være”. */
const rules = {
  id: '1 til 40 tegn: små bogstaver fra a til z, cifre og bindestreger',
  name: 'kommunens navn, højst 100 tegn',
  language: '”da” eller ”en”',
  numberPrefix: 'et til fem store bogstaver',
  contact: 'hvem man kan kontakte, højst 200 tegn, eller null',
  mentionDraftAfterWorkingDays: 'et helt tal fra 0 til 60',
  deleteDraftAfterMonths: 'et helt tal fra 1 til 60',
  systems: 'en liste med højst 200 systemer, hvert navn én gang: { "name": …, "area": … }',
  units: 'en liste med 1 til 60 enheder',
} satisfies Record<SettingsKey, string>;

const unitRules = {
  id: 'højst 75 tegn',
  name: 'enhedens navn, højst 75 tegn',
  areas: `en liste med nogle af: ${areaCodes}`,
  answerWithinWorkingDays: 'et helt tal fra 1 til 250',
} satisfies Record<UnitKey, string>;

const englishRules = {
  id: '1 to 40 characters: lower-case letters from a to z, digits and hyphens',
  name: 'the municipality’s name, at most 100 characters',
  language: '“da” or “en”',
  numberPrefix: 'one to five capital letters',
  contact: 'whom people can turn to, at most 200 characters, or null',
  mentionDraftAfterWorkingDays: 'a whole number from 0 to 60',
  deleteDraftAfterMonths: 'a whole number from 1 to 60',
  systems: 'a list of at most 200 systems, each name once: { "name": …, "area": … }',
  units: 'a list of 1 to 60 units',
} satisfies Record<SettingsKey, string>;

const englishUnitRules = {
  id: 'at most 75 characters',
  name: 'the unit’s name, at most 75 characters',
  areas: `a list of some of: ${areaCodes}`,
  answerWithinWorkingDays: 'a whole number from 1 to 250',
} satisfies Record<UnitKey, string>;

const texts = inBoth<Texts>({
  da: {
    'not-json': ({ line }) =>
      line === null
        ? 'Filen er ikke JSON, eller den slutter for tidligt.'
        : `Filen er ikke JSON: der er en fejl omkring linje ${line}.`,
    'not-an-object': () => 'Filen skal være et JSON-objekt: { "id": …, "name": …, "units": [ … ] }.',
    'wrong-value': ({ key }) => `”${key}” skal være ${rules[key]}.`,
    'unknown-key': ({ key }) => `”${key}” kender jeg ikke.`,
    'unit-not-an-object': ({ unit }) => `${dansk(unit)} skal være et JSON-objekt: { "name": …, "areas": [ … ] }.`,
    'wrong-unit-value': ({ unit, key }) => `${dansk(unit)}: ”${key}” skal være ${unitRules[key]}.`,
    'unknown-unit-key': ({ unit, key }) => `${dansk(unit)}: ”${key}” kender jeg ikke.`,
    'name-twice': ({ name }) => `To enheder hedder ${name}.`,
    'id-twice': ({ id, units: [one, other] }) => `${one} og ${other} har samme id: ${id}.`,
    'area-twice': ({ area, units: [one, other] }) =>
      one === other
        ? `${one} har området ${areaNames.da[area]} (${area}) to gange.`
        : `${one} og ${other} ejer begge området ${areaNames.da[area]} (${area}).`,
  },
  en: {
    'not-json': ({ line }) =>
      line === null
        ? 'The file is not JSON, or it ends too early.'
        : `The file is not JSON: there is a mistake near line ${line}.`,
    'not-an-object': () => 'The file must be a JSON object: { "id": …, "name": …, "units": [ … ] }.',
    'wrong-value': ({ key }) => `“${key}” must be ${englishRules[key]}.`,
    'unknown-key': ({ key }) => `I do not know “${key}”.`,
    'unit-not-an-object': ({ unit }) => `${english(unit)} must be a JSON object: { "name": …, "areas": [ … ] }.`,
    'wrong-unit-value': ({ unit, key }) => `${english(unit)}: “${key}” must be ${englishUnitRules[key]}.`,
    'unknown-unit-key': ({ unit, key }) => `${english(unit)}: I do not know “${key}”.`,
    'name-twice': ({ name }) => `Two units are called ${name}.`,
    'id-twice': ({ id, units: [one, other] }) => `${one} and ${other} have the same id: ${id}.`,
    'area-twice': ({ area, units: [one, other] }) =>
      one === other
        ? `${one} has the area ${areaNames.en[area]} (${area}) twice.`
        : `${one} and ${other} both own the area ${areaNames.en[area]} (${area}).`,
  },
});

const dansk = ({ place, name }: UnitInFile) => (name === null ? `Enhed nr. ${place}` : `Enhed nr. ${place} (${name})`);
const english = ({ place, name }: UnitInFile) => (name === null ? `Unit no. ${place}` : `Unit no. ${place} (${name})`);

/** The problems of a settings file, as the operator reads them. */
export function settingsProblemText<One extends Code>(problem: Problem<One>, language: Language): string {
  const words: Texts = texts[language];
  return words[problem.code](problem);
}
