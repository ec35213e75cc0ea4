import { describe, expect, it } from '@jest/globals';
import { absenceText, MAX_STAND_INS, type Substitution, standInFault } from './absence.ts';

/** `a>b 1-5`: b stands in for a from day 1 to day 5. */
function read(text: string): Substitution {
  const [, userId = '', standInId = '', first, last] = /^(\w+)>(\w+) (\d+)-(\d+)$/.exec(text) ?? [];
  return { userId, standInId, firstDay: Number(first), lastDay: Number(last) };
}

describe('stand-ins', () => {
  it.each<[string, string[], string, 'LOOP' | 'TOO_LONG' | null]>([
    ['nobody else is away', [], 'a>b 1-5', null],
    ['two stand in for each other', ['b>a 1-5'], 'a>b 1-5', 'LOOP'],
    ['two stand in for each other on one day', ['b>a 5-9'], 'a>b 1-5', 'LOOP'],
    ['two stand in for each other one after the other', ['b>a 6-9'], 'a>b 1-5', null],
    ['three stand in round the circle', ['b>c 1-9', 'c>a 3-4'], 'a>b 1-5', 'LOOP'],
    ['the circle is never closed on one day', ['b>c 1-3', 'c>a 4-5'], 'a>b 1-5', null],
    [
      'the circle is closed by the second absence of one',
      ['b>d 1-2', 'b>c 3-4', 'c>a 4-4'],
      'a>b 1-5',
      'LOOP',
    ],
    ['two have the same stand-in', ['b>c 1-5', 'd>c 1-5'], 'a>c 1-5', null],
    ['five follow each other', ['b>c 1-1', 'c>d 1-1', 'd>e 1-1', 'e>f 1-1'], 'a>b 1-1', null],
    ['six follow each other', ['b>c 1-1', 'c>d 1-1', 'd>e 1-1', 'e>f 1-1', 'f>g 1-1'], 'a>b 1-1', 'TOO_LONG'],
    [
      'the sixth comes before',
      ['z>a 1-1', 'b>c 1-1', 'c>d 1-1', 'd>e 1-1', 'e>f 1-1'],
      'a>b 1-1',
      'TOO_LONG',
    ],
    [
      'the sixth is there on another day',
      ['b>c 1-1', 'c>d 1-1', 'd>e 1-1', 'e>f 1-1', 'f>g 2-2'],
      'a>b 1-2',
      null,
    ],
    [
      'a loop is told before a length',
      ['b>c 1-1', 'c>d 1-1', 'd>e 1-1', 'e>f 1-1', 'f>g 1-1', 'b>a 2-2'],
      'a>b 1-2',
      'LOOP',
    ],
  ])('are judged when %s', (_what, known, added, fault) => {
    expect(standInFault(known.map(read), read(added))).toBe(fault);
  });

  it('may be as many as there are steps allowed, and not one more', () => {
    const chain = (length: number) => Array.from({ length }, (_, i) => read(`u${i + 1}>u${i + 2} 1-1`));
    expect(standInFault(chain(MAX_STAND_INS - 1), read('u0>u1 1-1'))).toBeNull();
    expect(standInFault(chain(MAX_STAND_INS), read('u0>u1 1-1'))).toBe('TOO_LONG');
  });
});

describe('what guests read', () => {
  it.each([
    ['VACATION', null, false, 'Vacation'],
    ['VACATION', 'In the Alps', true, 'In the Alps'],
    ['VACATION', 'In the Alps', false, 'Vacation'],
    ['SICK', null, true, 'Out of office'],
    ['SICK', 'Broken leg', false, 'Out of office'],
  ] as const)('of %s with note %s, public %s', (reason, note, isNotePublic, text) => {
    expect(absenceText({ reason, note, isNotePublic })).toBe(text);
  });
});
