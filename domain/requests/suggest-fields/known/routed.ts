import { type Organisation, unitOfArea } from '../../../people/organisation.ts';
import { folded } from '../../../text/classifier/features.ts';
import type { Area } from '../../../vocabulary.ts';
import type { Request } from '../../record/request.ts';

/** A request as far as it teaches where alike ones go: its words and where it is now. */
export type RoutedRequest = Pick<Request, 'text' | 'area' | 'unit'>;

/** The newest requests alone teach, because units change their work. */
export const mostRouted = 400;

/** Where the requests most like a text went. */
export interface Routed {
  /** The areas of the requests that are most like the text, each with how much they are like it, from 0 on. */
  alike(text: string): ReadonlyMap<Area, number>;
}

/** Words that most wishes have, and that make no two alike; stems, folded. */
const common = new Set(
  folded(
    `skal skulle hver hvert gang gange ikke have havde haft bliver blive blevet kunne ville eller fordi også efter over under mine vores deres
    hvor hvad hvem hvorfor hvordan når igen mere meget bare kommer komme siger sige tager tage bruger bruge timer time minutter minut måned uge
    ugen dage alle noget nogen andre samme selv uden være været sende sender sendt lave laver gøre lige først altid aldrig mange flere nye
    hele mellem inden siden derfor fordi deres hendes with that this have from they when every time which about would could should there their
    because after before again more only than what hours minutes weeks month`,
  )
    .split(/\s+/)
    .map((word) => word.slice(0, 6)),
);

const shortest = 4;
const stemLength = 6;
const mostStems = 60;

/** The stems of the words that tell what a text is about. */
function stemsOf(text: string): Set<string> {
  const stems = (folded(text).match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= shortest)
    .map((word) => word.slice(0, stemLength))
    .filter((stem) => !common.has(stem));
  return new Set([...new Set(stems)].slice(0, mostStems));
}

/** Texts are alike from this share of common stems on, the rarer of which count more. */
const alikeFrom = 0.3;
const mostAlike = 5;

/**
 * Learns from where requests are now: those that a leader sent to another area than was suggested and those that a unit
 * handed over teach as much as those that stayed. The same requests in the same order teach the same. Nobody is shown anything of
 * their texts.
 * @param requests the newest first; more than `mostRouted` are left out
 * @param areaAmong the likeliest of some areas for a text, by its words
 */
export function routedOf(
  organisation: Organisation,
  requests: readonly RoutedRequest[],
  areaAmong: (text: string, areas: readonly Area[]) => Area | null,
): Routed {
  const learnt = requests.slice(0, mostRouted).flatMap(({ text, area, unit }) => {
    const its = organisation.units.find(({ id }) => id === unit)?.areas ?? [];
    // A unit to which it was handed over has areas of its own.
    const meant = unitOfArea(organisation, area)?.id === unit ? area : areaAmong(text, its);
    return meant === null ? [] : [{ area: meant, stems: stemsOf(text) }];
  });
  const known = new Map<string, number[]>();
  for (const [at, { stems }] of learnt.entries())
    for (const stem of stems) known.set(stem, [...(known.get(stem) ?? []), at]);
  const weight = (stem: string) => Math.log(2 + learnt.length / (1 + (known.get(stem)?.length ?? 0)));
  const sizes = learnt.map(({ stems }) => sizeOf(stems, weight));
  return {
    alike(text) {
      const stems = stemsOf(text);
      const size = sizeOf(stems, weight);
      const shared = new Map<number, number>();
      for (const stem of stems) {
        for (const at of known.get(stem) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight(stem));
      }
      const nearest = [...shared]
        .map(([at, common]) => ({ at, likeness: common / Math.sqrt(size * (sizes[at] ?? 1)) }))
        .filter(({ likeness }) => likeness >= alikeFrom)
        .sort((one, other) => other.likeness - one.likeness || one.at - other.at)
        .slice(0, mostAlike);
      const found = new Map<Area, number>();
      for (const { at, likeness } of nearest) {
        const area = learnt[at]?.area;
        if (area !== undefined) found.set(area, (found.get(area) ?? 0) + likeness);
      }
      return found;
    },
  };
}

const sizeOf = (stems: ReadonlySet<string>, weight: (stem: string) => number) =>
  [...stems].reduce((sum, stem) => sum + weight(stem), 0);
