/** Tells variables of the platforms that no setting has: some are misspelt, others belong to something else. */
export interface Unknown {
  /** Each with the setting that is probably meant. */
  misspelt: ReadonlyArray<{ variable: string; meant: string }>;
  /** Kubernetes sets some of its own for a service that is called “slack”, such as SLACK_SERVICE_HOST. */
  others: readonly string[];
}

/** One slip of a hand: a sign too many, too few or wrong, or two that changed places. */
const mostSlips = 2;

/**
 * Finds the variables that no setting has. A lost setting must not go unnoticed: without the app id of Teams the bot
 * would take itself for the playground.
 * @param names those of all settings
 */
export function unknownIn(environment: Readonly<Record<string, unknown>>, names: readonly string[]): Unknown {
  const ofPlatforms = names.filter((name) => /^(TEAMS|SLACK)_/.test(name));
  const unknown = Object.keys(environment).filter((variable) => !names.includes(variable));
  const misspelt = unknown.flatMap((variable) => {
    const meant = ofPlatforms.find((name) => slips(variable.toUpperCase(), name) <= mostSlips);
    return meant === undefined ? [] : [{ variable, meant }];
  });
  const others = unknown.filter(
    (variable) => /^(TEAMS|SLACK)_/i.test(variable) && !misspelt.some((one) => one.variable === variable),
  );
  return { misspelt, others };
}

/** The least number of changes by which one text becomes the other (the distance of Levenshtein, with swaps). */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > mostSlips) return mostSlips + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      next.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
