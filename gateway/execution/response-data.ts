import { isObject, type JsonObject, ownField, setField } from '#platform/json.ts';

/** Adds what another fetch has found of the same object, all the way down; lists of one length element by element. */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const known = ownField(target, name);
    if (known === undefined) {
      setField(target, name, value);
      continue;
    }
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      mergeLists(known, value);
    else setField(target, name, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const known = target[index];
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else target[index] = value;
  }
}
