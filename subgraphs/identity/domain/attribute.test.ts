import { describe, expect, it } from '@jest/globals';
import { type AttributeType, definitionFault, isValueOf } from './attribute.ts';

const options = ['Berlin', 'Paris'];

describe('an attribute', () => {
  it.each<[AttributeType, unknown[], unknown[]]>([
    ['TEXT', ['x', 'x'.repeat(500)], ['', ' ', 5, null, 'x'.repeat(501), 'a\nb', ['x']]],
    ['NUMBER', [0, -1.5], ['5', Number.NaN, Number.POSITIVE_INFINITY, null, true]],
    ['BOOLEAN', [true, false], ['true', 0, 1, null]],
    ['SELECT', ['Paris'], ['Rome', ['Paris'], '', null]],
    [
      'MULTI_SELECT',
      [['Paris'], ['Paris', 'Berlin']],
      [[], ['Rome'], ['Paris', 'Paris'], 'Paris', [['Paris']], null],
    ],
  ])('of type %s holds its own values only', (type, good, bad) => {
    for (const value of good) expect([value, isValueOf({ type, options }, value)]).toEqual([value, true]);
    for (const value of bad) expect([value, isValueOf({ type, options }, value)]).toEqual([value, false]);
  });

  it('has options where there is something to choose, and nowhere else', () => {
    expect(definitionFault({ type: 'SELECT', options })).toBeNull();
    expect(definitionFault({ type: 'TEXT', options: [] })).toBeNull();
    expect(definitionFault({ type: 'TEXT', options })).toMatch(/Only/);
    expect(definitionFault({ type: 'MULTI_SELECT', options: [] })).toMatch(/1 to 100/);
    expect(definitionFault({ type: 'SELECT', options: ['a', 'a'] })).toMatch(/once/);
    expect(definitionFault({ type: 'SELECT', options: ['a', ' '] })).toMatch(/characters/);
  });
});
