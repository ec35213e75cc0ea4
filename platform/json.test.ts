import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyJson, type JsonObject, ownField, setField } from './json.ts';

describe('JSON', () => {
  it('is copied all the way down, whatever its names', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), text => {
        const value: unknown = JSON.parse(text);
        const copy = copyJson(value);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is not shared with its copy', () => {
    const value = JSON.parse('{"a":[{"__proto__":{"b":1}}]}') as JsonObject;
    const copy = copyJson(value) as { a: JsonObject[] };
    const inner = ownField(copy.a[0] as JsonObject, '__proto__') as JsonObject;
    expect(inner).toEqual({ b: 1 });
    inner['b'] = 2;
    copy.a.push({});
    expect(JSON.stringify(value)).toBe('{"a":[{"__proto__":{"b":1}}]}');
    expect(({} as JsonObject)['b']).toBeUndefined();
  });

  it('has only fields of its own', () => {
    const object: JsonObject = {};
    expect(ownField(object, 'toString')).toBeUndefined();
    setField(object, 'toString', 1);
    expect(ownField(object, 'toString')).toBe(1);
  });
});
