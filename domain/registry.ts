/** The values under a key that two members of a list share. */
type Twins<List extends readonly unknown[], Key extends string, Seen = never> = List extends readonly [
  infer First,
  ...infer Rest,
]
  ? First extends { readonly [Name in Key]: infer Value }
    ? Value extends Seen
      ? Value
      : Twins<Rest, Key, Seen | Value>
    : never
  : never;

type By<List extends readonly unknown[], Key extends string> = {
  readonly [One in List[number] as One extends { readonly [Name in Key]: infer Value extends string }
    ? Value
    : never]: One;
};

/**
 * Gives the members of a list by their value under `key`. A list in which two members share a value does not compile:
 * one would replace the other, and both would share the data that is stored under it.
 */
export function registryBy<const Key extends string, const List extends readonly { readonly [Name in Key]: string }[]>(
  key: Key,
  list: List & ([Twins<List, Key>] extends [never] ? unknown : { twins: Twins<List, Key> }),
): By<List, Key> {
  // The entries hold exactly these keys, each once.
  return Object.fromEntries(list.map((one) => [one[key], one])) as By<List, Key>;
}
