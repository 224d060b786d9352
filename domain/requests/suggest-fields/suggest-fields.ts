import type { NamedSystem } from '../../people/organisation.ts';
import type { World } from '../../ports.ts';
import { classifierOf, type Ranked, together } from '../../text/classifier/classifier.ts';
import { vectorFeatures } from '../../text/classifier/features.ts';
import { dimensions, type Vector, vectorOf } from '../../text/embedder.ts';
import type { Area, Kind } from '../../vocabulary.ts';
import { areaMeaningModel } from './area-meaning-model.ts';
import { areaModel } from './area-model.ts';
import { readBurden } from './burden.ts';
import { areaFeatures, kindFeatures, type Nothing, nothing } from './features.ts';
import { kindMeaningModel } from './kind-meaning-model.ts';
import { kindModel } from './kind-model.ts';
import { systemsIn } from './known/named-systems.ts';
import type { Routed } from './known/routed.ts';

/** The fields of a request that its text seems to give; null where the text does not tell. */
export interface SuggestedFields {
  area: Area | null;
  /** The likeliest areas, best first, at most three; the first is `area` where that is sure enough. */
  areas: readonly Area[];
  /** The system of the organisation's list that the text names and that speaks for `area`. */
  system: string | null;
  kind: Kind | null;
  minutesPerTime: number | null;
  /** Times in an average month; below one for a thing that happens a few times a year. */
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/** A choice is proposed from this probability on; docs/danish.md has the figures behind it. */
const likely = { area: 0.4, kind: 0.35 } as const;
/** The best is sure when it is so many times as likely as the next. */
const ahead = 1.5;
/** Less than this is no guess worth a button. */
const worthAsking = 0.1;
const mostAreas = 3;

const rankAreas = classifierOf(areaModel);
const rankKinds = classifierOf(kindModel);
const rankAreasByMeaning = classifierOf(areaMeaningModel, dimensions);
const rankKindsByMeaning = classifierOf(kindMeaningModel, dimensions);

/** What an organisation knows of its own wishes, beside what all texts teach. */
interface Known {
  systems: readonly NamedSystem[];
  /** Null where nothing is learnt yet. */
  routed: Routed | null;
}

const nothingKnown: Known = { systems: [], routed: null };

/**
 * Proposes a request's fields from its text in Danish or English, for the leader to confirm or to change.
 * @param vector the text's meaning by an embedder; null: its words alone
 */
export function suggestFields(
  text: string,
  vector: Vector | null = null,
  known: Known = nothingKnown,
): SuggestedFields {
  const meaning = vector && vectorFeatures(vector);
  const named = systemsIn(text, known.systems);
  const read = together(rankAreas(areaFeatures(text)), meaning && rankAreasByMeaning(meaning));
  const areas = guesses(withRouted(withSystems(read, named), known.routed?.alike(text)));
  const kinds = guesses(together(rankKinds(kindFeatures(text)), meaning && rankKindsByMeaning(meaning)));
  const area = sure(areas, likely.area);
  return {
    area,
    areas: areas.slice(0, mostAreas).map(({ name }) => name),
    system: named.find((system) => system.area === area)?.name ?? null,
    kind: sure(kinds, likely.kind),
    ...readBurden(text),
  };
}

/** The same with all that the actor's organisation knows, and its embedder. */
export const suggestedIn = async ({ embedder, organisation, routed }: World, text: string): Promise<SuggestedFields> =>
  suggestFields(text, await vectorOf(embedder, text), { systems: organisation.systems, routed: routed() });

/** The likeliest of some areas for a text by its words; null where there are none. */
export const areaAmong = (text: string, areas: readonly Area[]): Area | null => {
  const [only, ...others] = areas;
  if (others.length === 0) return only ?? null;
  return rankAreas(areaFeatures(text)).flatMap(({ name }) => areas.filter((area) => area === name))[0] ?? null;
};

/** A named system makes its area so many times as likely, and at least this likely beforehand. */
const bySystem = { times: 8, least: 0.05 } as const;

function withSystems(
  ranked: readonly Ranked<Area | Nothing>[],
  named: readonly NamedSystem[],
): readonly Ranked<Area | Nothing>[] {
  if (named.length === 0) return ranked;
  const weighed = ranked.map(({ name, probability }) => {
    // A text that names a system tells something.
    if (isNothing(name)) return { name, probability: probability / bySystem.times };
    if (!named.some(({ area }) => area === name)) return { name, probability };
    return { name, probability: Math.max(probability, bySystem.least) * bySystem.times };
  });
  const sum = weighed.reduce((total, { probability }) => total + probability, 0);
  return ranking(weighed.map(({ name, probability }) => ({ name, probability: probability / sum })));
}

/** Two alike requests decide, one makes unsure. */
const byRouted = { each: 0.6, most: 0.9 } as const;

function withRouted(
  ranked: readonly Ranked<Area | Nothing>[],
  alike: ReadonlyMap<Area, number> = new Map(),
): readonly Ranked<Area | Nothing>[] {
  const all = [...alike.values()].reduce((sum, one) => sum + one, 0);
  if (all === 0) return ranked;
  const weight = Math.min(byRouted.most, byRouted.each * Math.max(...alike.values()));
  return ranking(
    ranked.map(({ name, probability }) => {
      const share = isNothing(name) ? 0 : (alike.get(name) ?? 0) / all;
      return { name, probability: weight * share + (1 - weight) * probability };
    }),
  );
}

const ranking = <Name extends string>(ranked: Ranked<Name>[]): Ranked<Name>[] =>
  ranked.sort((one, other) => other.probability - one.probability);

/** The choices that are worth a guess, best first; none where the likeliest is that the text tells nothing. */
function guesses<Name extends string>(ranked: readonly Ranked<Name | Nothing>[]): Ranked<Name>[] {
  if (ranked[0]?.name === nothing) return [];
  return ranked.flatMap(({ name, probability }) =>
    isNothing(name) || probability < worthAsking ? [] : [{ name, probability }],
  );
}

const isNothing = (name: string): name is Nothing => name === nothing;

function sure<Name extends string>([best, second]: readonly Ranked<Name>[], enough: number): Name | null {
  if (!best || best.probability < enough) return null;
  return best.probability >= ahead * (second?.probability ?? 0) ? best.name : null;
}
