/** One item a key, in the keys' order: what a batch function must return. Missing ones are `null`. */
export function byKey<Key, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): (Item | null)[] {
  const found = new Map(items.map(item => [keyOf(item), item]));
  return keys.map(key => found.get(key) ?? null);
}

/** All items of a key, in the keys' order and in the items' own order within each. */
export function groupedByKey<Key, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Item[][] {
  const groups = new Map<Key, Item[]>(keys.map(key => [key, []]));
  for (const item of items) groups.get(keyOf(item))?.push(item);
  return keys.map(key => groups.get(key) ?? []);
}
