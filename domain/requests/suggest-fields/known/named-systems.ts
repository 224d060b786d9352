import type { NamedSystem } from '../../../people/organisation.ts';
import { lettersOf } from '../../../text/classifier/features.ts';

/** A name of so many letters is also read with one of them wrong, missing, doubled or changed about. */
const tolerantFrom = 5;

/** The endings of a name in a sentence: "Nexus'" and "AULAs", "OPUSen". */
const endings = ['', 's', 'en', 'ens', 'et', 'ets'];

const words = (text: string) => lettersOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The systems of the list that a text names, each once, in the order of the list. */
export function systemsIn(text: string, systems: readonly NamedSystem[]): NamedSystem[] {
  if (systems.length === 0) return [];
  const said = words(text);
  return systems.filter(({ name }) => {
    const parts = words(name);
    return said.some((_word, at) => parts.every((part, after) => isNamed(said[at + after], part)));
  });
}

/** Whether a word is the name, an inflection of it, the beginning of a compound with it or a slip of it. */
function isNamed(word: string | undefined, name: string): boolean {
  if (word === undefined || word[0] !== name[0]) return false;
  if (endings.some((ending) => word === name + ending)) return true;
  if (name.length < tolerantFrom) return false;
  return word.startsWith(name) || isOneSlipAway(word, name);
}

/** Whether one letter was changed, left out or put in, or two neighbours changed places. */
function isOneSlipAway(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let start = 0;
  while (start < name.length && word[start] === name[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(start + from);
  return (
    rest(word, 1) === rest(name, 1) ||
    rest(word, 1) === rest(name, 0) ||
    rest(word, 0) === rest(name, 1) ||
    (word[start] === name[start + 1] && word[start + 1] === name[start] && rest(word, 2) === rest(name, 2))
  );
}
