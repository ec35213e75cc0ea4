import { describe, expect, it } from '@jest/globals';
import { type BookingField, type BookingFieldType, fieldsFault, readAnswers } from './booking-fields.ts';

const options = [
  { value: 's', label: 'Small' },
  { value: 'l', label: 'Large' },
];

function field(type: BookingFieldType, change: Partial<BookingField> = {}): BookingField {
  return { slug: 'it', label: 'It', type, required: false, options, ...change };
}

describe('an answer', () => {
  it.each<[BookingFieldType, unknown[], unknown[]]>([
    ['TEXT', ['yes', 'ünï'], [1, 'two\nlines', 'x'.repeat(501), 'nul\0']],
    ['ADDRESS', ['Main St 1'], ['a\r\nb', {}]],
    ['TEXTAREA', ['two\nlines'], [5, 'x'.repeat(10_001), 'nul\0']],
    ['NUMBER', [0, -1.5], ['1', Number.NaN, Number.POSITIVE_INFINITY, true]],
    ['PHONE', ['+44 20 7946 0958', '(030) 123-456'], ['call me', '123', 5]],
    ['EMAIL', ['a@b.example'], ['a@b', 'a b@c.example', ['a@b.example']]],
    ['MULTI_EMAIL', [['a@b.example', 'c@d.example']], ['a@b.example', ['nope']]],
    ['URL', ['https://example.com/x?y'], ['example.com', 'javascript:alert(1)', 'ftp://x.example']],
    ['SELECT', ['s'], ['m', ['s'], 1]],
    ['RADIO', ['l'], ['S']],
    ['MULTI_SELECT', [['s', 'l']], ['s', ['m'], Array.from({ length: 51 }, () => 's')]],
    ['CHECKBOX', [['s']], [['s', 'm']]],
    ['BOOLEAN', [true, false], ['true', 1]],
  ])('to a %s is taken or refused', (type, good, bad) => {
    for (const value of good) {
      expect(readAnswers([field(type)], [{ slug: 'it', value }])).toEqual({
        ok: true,
        value: [{ slug: 'it', value }],
      });
    }
    for (const value of bad) {
      expect(readAnswers([field(type)], [{ slug: 'it', value }])).toMatchObject({
        ok: false,
        error: [{ slug: 'it' }],
      });
    }
  });

  it.each([undefined, null, '', []])('that is %j counts as none', value => {
    expect(readAnswers([field('TEXT')], [{ slug: 'it', value }])).toEqual({ ok: true, value: [] });
    expect(readAnswers([field('TEXT', { required: true })], [{ slug: 'it', value }])).toMatchObject({
      ok: false,
      error: [{ slug: 'it', message: 'This has to be answered.' }],
    });
  });

  it('of a required yes-or-no has to be yes', () => {
    const consent = field('BOOLEAN', { required: true });
    expect(readAnswers([consent], [{ slug: 'it', value: false }]).ok).toBe(false);
    expect(readAnswers([consent], [{ slug: 'it', value: true }]).ok).toBe(true);
  });

  it('to a question that was not asked is refused', () => {
    expect(readAnswers([], [{ slug: 'other', value: 1 }])).toMatchObject({
      ok: false,
      error: [{ slug: 'other' }],
    });
  });
});

describe('a list of questions', () => {
  it.each<[string, BookingField[], RegExp | null]>([
    ['none', [], null],
    ['one of each', [field('TEXT', { slug: 'a' }), field('SELECT', { slug: 'b' })], null],
    ['a slug twice', [field('TEXT'), field('URL')], /own slug/],
    ['a slug with spaces', [field('TEXT', { slug: 'a b' })], /lower case/],
    ['no label', [field('TEXT', { label: ' ' })], /label/],
    ['a choice without options', [field('SELECT', { options: [] })], /needs options/],
    [
      'an option twice',
      [field('RADIO', { options: [...options, { value: 's', label: 'Again' }] })],
      /different values/,
    ],
    ['too many', Array.from({ length: 51 }, (_, i) => field('TEXT', { slug: `f${i}` })), /50 questions/],
  ])('with %s', (_what, fields, fault) => {
    if (fault) expect(fieldsFault(fields)).toMatch(fault);
    else expect(fieldsFault(fields)).toBeNull();
  });
});
