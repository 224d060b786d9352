/** What two of a list have in common under a key. */
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
 * The members of a list by what each has under `key`. A list in which two have the same does not compile: one would take
 * the other's place, and they would share what is stored under it.
 */
export function registryBy<const Key extends string, const List extends readonly { readonly [Name in Key]: string }[]>(
  key: Key,
  list: List & ([Twins<List, Key>] extends [never] ? unknown : { twins: Twins<List, Key> }),
): By<List, Key> {
  // The keys are those of just these, each once.
  return Object.fromEntries(list.map((one) => [one[key], one])) as By<List, Key>;
}
