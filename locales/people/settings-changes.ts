import type { SettingsChange, SettingsObstacle, UnitBurden } from '../../domain/people/settings/plan-settings.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';
import { areaNames } from '../vocabulary.ts';
import { unitCountTexts } from './unit-counts.ts';

type ChangeKind = SettingsChange['change'];
type Change<Kind extends ChangeKind> = { [Each in Kind]: Extract<SettingsChange, { change: Each }> }[Kind];
type Changes = { readonly [Kind in ChangeKind]: (change: Change<Kind>) => string };

type ObstacleKind = SettingsObstacle['obstacle'];
type Obstacle<Kind extends ObstacleKind> = { [Each in Kind]: Extract<SettingsObstacle, { obstacle: Each }> }[Kind];
type Obstacles = { readonly [Kind in ObstacleKind]: (obstacle: Obstacle<Kind>) => string };

const arbejdsdage = (n: number) => `${n} ${n === 1 ? 'arbejdsdag' : 'arbejdsdage'}`;
const workingDays = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`;
const maaneder = (n: number) => `${n} ${n === 1 ? 'måned' : 'måneder'}`;
const months = (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`;

const changes = inBoth<Changes>({
  da: {
    'organisation-added': ({ name, units }) => `${name} er ny og har ${units} ${units === 1 ? 'enhed' : 'enheder'}.`,
    'organisation-renamed': ({ from, to }) => `Kommunen skifter navn fra ${from} til ${to}.`,
    'language-changed': ({ from, to }) => `Sproget ændres fra ${from} til ${to}.`,
    'prefix-changed': ({ from, to }) => `Nye ønsker får ${to} foran nummeret. Ønsker med ${from} beholder det.`,
    'contact-changed': ({ to }) =>
      to === null
        ? 'Den, der bliver afvist, får ingen kontakt at vide.'
        : `Den, der bliver afvist, kan kontakte: ${to}.`,
    'draft-mention-changed': ({ from, to }) =>
      to === 0
        ? 'Kladder bliver ikke nævnt mere.'
        : `Kladder, der ikke er sendt, bliver nævnt efter ${arbejdsdage(to)}. Før: ${from === 0 ? 'aldrig' : arbejdsdage(from)}.`,
    'draft-deletion-changed': ({ from, to }) =>
      `Kladder, der ikke er sendt, bliver slettet efter ${maaneder(to)}. Før: ${maaneder(from)}.`,
    'system-added': ({ system, area }) => `Ønsker, der nævner ${system}, foreslås til området ${areaNames.da[area]}.`,
    'system-moved': ({ system, from, to }) =>
      `Ønsker, der nævner ${system}, foreslås til området ${areaNames.da[to]}. Før: ${areaNames.da[from]}.`,
    'system-left-out': ({ system }) => `${system} siger ikke mere noget om, hvor et ønske skal hen.`,
    'unit-added': ({ unit, id }) => `Ny enhed: ${unit} (id: ${id}).`,
    'unit-renamed': ({ from, to, id }) =>
      `${from} skifter navn til ${to} (id: ${id}) og beholder sine ønsker, procesejere og kanaler.`,
    'unit-left-out': ({ unit }) => `${unit} nedlægges.`,
    'units-reordered': ({ units }) => `Enhederne står i en ny rækkefølge: ${units.join(', ')}.`,
    'area-moved': ({ area, from, to }) => {
      const name = areaNames.da[area];
      if (to === null) return `Området ${name} har ingen enhed mere. Ønsker om det bliver afvist.`;
      if (from === null) return `Området ${name} får en enhed: ${to}.`;
      return `Området ${name} flytter fra ${from} til ${to}. Ønsker, som er sendt, bliver, hvor de er.`;
    },
    'deadline-changed': ({ unit, from, to }) =>
      `${unit} får en svarfrist på ${to} arbejdsdage for nye ønsker. Den var ${from}.`,
  },
  en: {
    'organisation-added': ({ name, units }) => `${name} is new and has ${units} ${units === 1 ? 'unit' : 'units'}.`,
    'organisation-renamed': ({ from, to }) => `The municipality’s name changes from ${from} to ${to}.`,
    'language-changed': ({ from, to }) => `The language changes from ${from} to ${to}.`,
    'prefix-changed': ({ from, to }) => `New requests get ${to} before the number. Requests with ${from} keep it.`,
    'contact-changed': ({ to }) =>
      to === null
        ? 'Somebody who is turned down is told no contact.'
        : `Somebody who is turned down can turn to: ${to}.`,
    'draft-mention-changed': ({ from, to }) =>
      to === 0
        ? 'Drafts are not mentioned any more.'
        : `Drafts that were not sent are mentioned after ${workingDays(to)}. Before: ${from === 0 ? 'never' : workingDays(from)}.`,
    'draft-deletion-changed': ({ from, to }) =>
      `Drafts that were not sent are deleted after ${months(to)}. Before: ${months(from)}.`,
    'system-added': ({ system, area }) =>
      `For requests that mention ${system}, the area ${areaNames.en[area]} is suggested.`,
    'system-moved': ({ system, from, to }) =>
      `For requests that mention ${system}, the area ${areaNames.en[to]} is suggested. Before: ${areaNames.en[from]}.`,
    'system-left-out': ({ system }) => `${system} no longer says where a request should go.`,
    'unit-added': ({ unit, id }) => `New unit: ${unit} (id: ${id}).`,
    'unit-renamed': ({ from, to, id }) =>
      `${from} is called ${to} from now on (id: ${id}) and keeps its requests, process owners and channels.`,
    'unit-left-out': ({ unit }) => `${unit} is closed.`,
    'units-reordered': ({ units }) => `The units are in a new order: ${units.join(', ')}.`,
    'area-moved': ({ area, from, to }) => {
      const name = areaNames.en[area];
      if (to === null) return `The area ${name} has no unit any more. Requests about it are refused.`;
      if (from === null) return `The area ${name} gets a unit: ${to}.`;
      return `The area ${name} moves from ${from} to ${to}. Requests that were sent stay where they are.`;
    },
    'deadline-changed': ({ unit, from, to }) =>
      `${unit} has ${to} working days to answer new requests. It had ${from}.`,
  },
});

const obstacles = inBoth<Obstacles>({
  da: {
    'unit-in-use': ({ unit, ...burden }) =>
      `${unit} står ikke i filen, men har ${burdenText(burden, 'da')}. Flyt det først med merge-units eller close-unit.`,
    'renamed-or-new': ({ from, id, to }) =>
      `Er ${to} det nye navn for ${from}? Så skriv "id": "${id}" ved ${to}. Er det en anden enhed, så giv den et andet id.`,
    'id-of-another': ({ unit, has, given }) =>
      `${unit} har id’et ${has} og kan ikke få ${given}. Skriv "id": "${has}", eller lad id’et være ude.`,
  },
  en: {
    'unit-in-use': ({ unit, ...burden }) =>
      `${unit} is not in the file and has ${burdenText(burden, 'en')}. Move that first with merge-units or close-unit.`,
    'renamed-or-new': ({ from, id, to }) =>
      `Is ${to} the new name of ${from}? Then write "id": "${id}" beside ${to}. If it is another unit, give it another id.`,
    'id-of-another': ({ unit, has, given }) =>
      `${unit} has the id ${has} and cannot have ${given}. Write "id": "${has}", or leave the id out.`,
  },
});

/** One thing that new settings change, as the operator reads it. */
export function settingsChangeText<Kind extends ChangeKind>(change: Change<Kind>, language: Language): string {
  const words: Changes = changes[language];
  return words[change.change](change);
}

/** Why new settings are not taken over, and what to do instead. */
export function settingsObstacleText<Kind extends ObstacleKind>(obstacle: Obstacle<Kind>, language: Language): string {
  const words: Obstacles = obstacles[language];
  return words[obstacle.obstacle](obstacle);
}

/** “3 åbne ønsker, en procesejer og en kanal”. */
export function burdenText({ openRequests, owners, channels }: UnitBurden, language: Language): string {
  const words = unitCountTexts[language];
  const parts = [
    ...(openRequests > 0 ? [words.openRequests(openRequests)] : []),
    ...(owners > 0 ? [words.owners(owners)] : []),
    ...(channels > 0 ? [words.channels(channels)] : []),
  ];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
