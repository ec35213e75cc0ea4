import { isObject, type JsonObject, ownField } from '#platform/json.ts';

/** Where a fetch merges what it finds: names of fields, `@` for every element of a list. */
export type PlanPath = readonly (string | number)[];

export type ResponsePath = readonly (string | number)[];

/** All objects at a path, in the order of the response. Nulls on the way end the way. */
export function objectsAt(root: JsonObject, path: PlanPath): JsonObject[] {
  if (path.length === 0) return [root];
  const found: JsonObject[] = [];
  visit(root, path, 0, object => found.push(object));
  return found;
}

function visit(value: unknown, path: PlanPath, at: number, found: (object: JsonObject) => void): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const next = path[at] === '@' ? at + 1 : at;
    for (const element of value) visit(element, path, next, found);
  } else if (at === path.length) {
    if (isObject(value)) found(value);
  } else if (isObject(value)) {
    visit(ownField(value, String(path[at])), path, at + 1, found);
  }
}

/** Where the same objects are, with the index of each list: needed for errors only. */
export function pathsAt(root: JsonObject, path: PlanPath): ResponsePath[] {
  const found: ResponsePath[] = [];
  locate(root, path, 0, [], found);
  return found;
}

function locate(value: unknown, path: PlanPath, at: number, way: ResponsePath, found: ResponsePath[]): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const next = path[at] === '@' ? at + 1 : at;
    for (const [index, element] of value.entries()) locate(element, path, next, [...way, index], found);
  } else if (at === path.length) {
    if (isObject(value)) found.push(way);
  } else if (isObject(value)) {
    const name = String(path[at]);
    locate(ownField(value, name), path, at + 1, [...way, name], found);
  }
}
