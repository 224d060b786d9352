import type { Area, Kind } from '../../vocabulary.ts';
import { areaWords } from './area-words.ts';
import { readBurden } from './burden.ts';
import { kindWords } from './kind-words.ts';
import { bestMatch } from './word-score.ts';

/** The fields of a request that its text seems to give; null where the text does not tell. */
export interface SuggestedFields {
  area: Area | null;
  kind: Kind | null;
  minutesPerTime: number | null;
  /** Times in an average month; below one for a thing that happens a few times a year. */
  timesPerMonth: number | null;
}

const areaOf = bestMatch(areaWords);
const kindOf = bestMatch(kindWords);

/** Proposes a request's fields from its text in Danish or English, for the leader to confirm or to change. */
export function suggestFields(text: string): SuggestedFields {
  return { area: areaOf(text), kind: kindOf(text), ...readBurden(text) };
}
