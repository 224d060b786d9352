import { classifierOf, type Ranked, together } from '../../text/classifier/classifier.ts';
import { vectorFeatures } from '../../text/classifier/features.ts';
import { dimensions, type Vector } from '../../text/embedder.ts';
import type { Area, Kind } from '../../vocabulary.ts';
import { areaMeaningModel } from './area-meaning-model.ts';
import { areaModel } from './area-model.ts';
import { readBurden } from './burden.ts';
import { areaFeatures, kindFeatures, type Nothing, nothing } from './features.ts';
import { kindMeaningModel } from './kind-meaning-model.ts';
import { kindModel } from './kind-model.ts';

/** The fields of a request that its text seems to give; null where the text does not tell. */
export interface SuggestedFields {
  area: Area | null;
  /** The likeliest areas, best first, at most three; the first is `area` where that is sure enough. */
  areas: readonly Area[];
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

/**
 * Proposes a request's fields from its text in Danish or English, for the leader to confirm or to change.
 * @param vector the text's meaning by an embedder; null: its words alone
 */
export function suggestFields(text: string, vector: Vector | null = null): SuggestedFields {
  const meaning = vector && vectorFeatures(vector);
  const areas = guesses(together(rankAreas(areaFeatures(text)), meaning && rankAreasByMeaning(meaning)));
  const kinds = guesses(together(rankKinds(kindFeatures(text)), meaning && rankKindsByMeaning(meaning)));
  return {
    area: sure(areas, likely.area),
    areas: areas.slice(0, mostAreas).map(({ name }) => name),
    kind: sure(kinds, likely.kind),
    ...readBurden(text),
  };
}

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
