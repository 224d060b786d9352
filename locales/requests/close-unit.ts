import type { UnitId } from '../../domain/ids.ts';
import type { Unit } from '../../domain/people/unit.ts';
import type { ClosingPreview } from '../../domain/requests/units/close-unit.ts';
import type { ClosingObstacle } from '../../domain/requests/units/plan-closing.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { unitCountTexts } from '../people/unit-counts.ts';
import { inBoth } from '../texts.ts';
import { areaNames } from '../vocabulary.ts';

/** A unit as the operator tells it from another one, which may have its id as a name. */
type NamedUnit = Pick<Unit, 'id' | 'name'>;

/** The texts about a closed unit: to the operator, in the requests' timelines, and to process owners. */
export const closeUnitTexts = inBoth({
  da: {
    merges: (from: NamedUnit, into: NamedUnit) =>
      `${from.name} (id: ${from.id}) lægges ind under ${into.name} (id: ${into.id}).`,
    closes: ({ id, name }: NamedUnit) => `${name} (id: ${id}) nedlægges.`,
    requests: (unit: string, count: number) =>
      count === 0
        ? `${unit} får ingen åbne ønsker.`
        : `${unit} får ${unitCountTexts.da.openRequests(count)} med svarfrist.`,
    area: (area: string, unit: string) => `Området ${area} går til ${unit}.`,
    peopleTo: (unit: string, owners: number, channels: number) =>
      `${unit} får ${unitCountTexts.da.owners(owners)} og ${unitCountTexts.da.channels(channels)}.`,
    peopleLeft: (owners: number, channels: number) =>
      `${owners === 1 ? 'En procesejer' : `${owners} procesejere`} har ingen enhed mere, og ${unitCountTexts.da.channels(channels)} viser ingen indbakke mere.`,
    correctFiles: 'Ret også enheden i indstillingsfilen og organisationslisten.',
    unknownUnit: (written: string, known: string) => `Der er ingen enhed ${written}. Enhederne er: ${known}.`,
    areaTwice: (area: string) => `Området ${area} står to gange.`,
    unknownArea: (written: string, known: string) => `Der er intet område ${written}. Områderne er: ${known}.`,
    mergedReason: (from: string, into: string) => `${from} er lagt sammen med ${into}.`,
    closedReason: (from: string) => `${from} er nedlagt.`,
    closedTitle: (unit: string) => `${unit} er nedlagt`,
    received: (unit: string, count: number) =>
      count === 0
        ? `${unit} har fået områderne. Der var ingen åbne ønsker.`
        : `${unit} har fået ${count === 1 ? 'et ønske' : `${count} ønsker`}. Svarfristerne er de samme.`,
    shared: (count: number) =>
      count === 0 ? 'Enheden havde ingen åbne ønsker.' : 'De åbne ønsker er sendt videre til andre enheder.',
    inbox: 'Se indbakken',
  },
  en: {
    merges: (from, into) => `${from.name} (id: ${from.id}) becomes part of ${into.name} (id: ${into.id}).`,
    closes: ({ id, name }) => `${name} (id: ${id}) is closed.`,
    requests: (unit, count) =>
      count === 0
        ? `${unit} gets no open requests.`
        : `${unit} gets ${unitCountTexts.en.openRequests(count)}, with the deadlines.`,
    area: (area, unit) => `The area ${area} goes to ${unit}.`,
    peopleTo: (unit, owners, channels) =>
      `${unit} gets ${unitCountTexts.en.owners(owners)} and ${unitCountTexts.en.channels(channels)}.`,
    peopleLeft: (owners, channels) =>
      `${owners === 1 ? 'A process owner has' : `${owners} process owners have`} no unit any more, and ${channels === 1 ? 'a channel shows' : `${channels} channels show`} no inbox any more.`,
    correctFiles: 'Correct the unit in the settings file and in the organisation list as well.',
    unknownUnit: (written, known) => `There is no unit ${written}. The units are: ${known}.`,
    areaTwice: (area) => `The area ${area} is there twice.`,
    unknownArea: (written, known) => `There is no area ${written}. The areas are: ${known}.`,
    mergedReason: (from, into) => `${from} has become part of ${into}.`,
    closedReason: (from) => `${from} has been closed.`,
    closedTitle: (unit) => `${unit} has been closed`,
    received: (unit, count) =>
      count === 0
        ? `${unit} has received its areas. There were no open requests.`
        : `${unit} has received ${count === 1 ? 'a request' : `${count} requests`}. The deadlines are the same.`,
    shared: (count) =>
      count === 0 ? 'The unit had no open requests.' : 'The open requests were handed over to other units.',
    inbox: 'See the inbox',
  },
});

type Kind = ClosingObstacle['obstacle'];
type Obstacle<One extends Kind> = { [Each in One]: Extract<ClosingObstacle, { obstacle: Each }> }[One];
type Obstacles = { readonly [One in Kind]: (obstacle: Obstacle<One>) => string };

const obstacles = inBoth<Obstacles>({
  da: {
    'no-such-unit': ({ unit }) => `Der er ingen enhed ${unit}.`,
    'into-itself': ({ unit }) => `${unit} kan ikke lægges ind under sig selv.`,
    'area-without-receiver': ({ area, requests }) =>
      `Hvem skal have området ${areaNames.da[area]} (${unitCountTexts.da.openRequests(requests)})? Skriv ${area}=UNIT.`,
  },
  en: {
    'no-such-unit': ({ unit }) => `There is no unit ${unit}.`,
    'into-itself': ({ unit }) => `${unit} cannot become part of itself.`,
    'area-without-receiver': ({ area, requests }) =>
      `Who is to get the area ${areaNames.en[area]} (${unitCountTexts.en.openRequests(requests)})? Write ${area}=UNIT.`,
  },
});

/** The things that closing a unit moves, as the operator reads them. */
export function closingLines(
  { shares, areas, peopleTo, owners, channels }: ClosingPreview,
  nameOf: (unit: UnitId) => string,
  language: Language,
): string[] {
  const words = closeUnitTexts[language];
  const follows = owners + channels > 0;
  return [
    ...areas.map(({ area, to }) => words.area(areaNames[language][area], nameOf(to))),
    ...shares.map(({ unit, requests }) => words.requests(nameOf(unit), requests)),
    ...(follows && peopleTo !== null ? [words.peopleTo(nameOf(peopleTo), owners, channels)] : []),
    ...(follows && peopleTo === null ? [words.peopleLeft(owners, channels)] : []),
  ];
}

/** Why a unit is not closed, as the operator reads it. */
export function closingObstacleText<One extends Kind>(obstacle: Obstacle<One>, language: Language): string {
  const words: Obstacles = obstacles[language];
  return words[obstacle.obstacle](obstacle);
}
