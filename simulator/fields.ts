import { NotThere } from './not-there.ts';

export interface KnownField {
  id: string;
  label: string;
}

/**
 * The typed texts, by the id of their input. A field may be called by its id, by the end of a dotted id, or by its
 * label. Throws when there is no such field, since a person could not have typed there.
 */
export function typedById(
  known: readonly KnownField[],
  fields: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).map(([name, value]) => {
      const found =
        known.find(({ id }) => id === name || id.endsWith(`.${name}`)) ?? known.find(({ label }) => label === name);
      if (!found) throw new NotThere(`there is no field ${name}, only ${known.map(({ id }) => id).join(', ')}`);
      return [found.id, value];
    }),
  );
}

/** The option that a person names by its value or by its label. */
export function chosen<Option>(
  options: readonly Option[],
  value: (option: Option) => string,
  label: (option: Option) => string,
  wanted: string,
): Option {
  const found =
    options.find((option) => value(option) === wanted) ?? options.find((option) => label(option) === wanted);
  if (!found) throw new NotThere(`there is no option ${wanted}, only ${options.map(value).join(', ')}`);
  return found;
}
