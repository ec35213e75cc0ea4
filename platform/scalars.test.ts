import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { CalendarDate, DateTime, EmailAddress, Locale, LocalTime, TimeZone } from './scalars.ts';

const cases = {
  TimeZone: {
    scalar: TimeZone,
    good: ['Europe/Kyiv', 'Europe/Kiev', 'UTC', 'America/Argentina/ComodRivadavia', 'Asia/Calcutta'],
    bad: ['+02:00', '-0500', 'Europe/Atlantis', '', 'CEST!', 5],
  },
  Date: {
    scalar: CalendarDate,
    good: ['2028-02-29', '1970-01-01', '2199-12-31'],
    bad: ['1969-12-31', '2200-01-01', '2027-02-29', '2027-2-1', '27-01-01', '2027-01-01T00:00'],
  },
  LocalTime: {
    scalar: LocalTime,
    good: ['00:00', '23:59', '24:00'],
    bad: ['24:01', '9:00', '12:60', '09:00:00'],
  },
  EmailAddress: {
    scalar: EmailAddress,
    good: ['a@b.example', 'ünï+tag@bücher.example', "o'brien@x.co"],
    bad: [
      'a@b',
      'a b@c.example',
      '@b.example',
      'a@b.example\n',
      'a@b.example\r\nBcc: c@d.example',
      `${'x'.repeat(250)}@b.example`,
      'a@b..example',
    ],
  },
  Locale: { scalar: Locale, good: ['en', 'pt-BR', 'zh-Hant-TW'], bad: ['', 'english please', 'en_US'] },
};

describe.each(Object.entries(cases))('the scalar %s', (_name, { scalar, good, bad }) => {
  it('reads what fits, as variable and as literal', () => {
    for (const text of good) {
      expect(scalar.parseValue(text)).toBe(text);
      expect(scalar.parseLiteral({ kind: Kind.STRING, value: text }, {})).toBe(text);
    }
  });

  it('refuses what does not', () => {
    for (const text of bad) expect(() => scalar.parseValue(text)).toThrow(/is not a/);
    expect(() => scalar.parseLiteral({ kind: Kind.INT, value: '1' }, {})).toThrow();
  });
});

describe('the scalar DateTime', () => {
  it('reads any offset and writes UTC', () => {
    expect(DateTime.serialize(DateTime.parseValue('2027-03-28T11:00:00+02:00'))).toBe(
      '2027-03-28T09:00:00.000Z',
    );
  });

  it.each(['2027-02-30T00:00:00Z', 'tomorrow', '2027-01-01', '', '2027-01-01T00:00:00'])(
    'refuses %j',
    text => {
      expect(() => DateTime.parseValue(text)).toThrow();
    },
  );

  it('keeps to years for which zones have rules worth working out', () => {
    expect(DateTime.parseValue('2199-12-31T23:59:59Z')).toEqual(new Date('2199-12-31T23:59:59Z'));
    for (const text of ['2200-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '1969-12-31T23:59:59Z']) {
      expect(() => DateTime.parseValue(text)).toThrow('of the years 1970 to 2199');
      expect(() => DateTime.parseLiteral({ kind: Kind.STRING, value: text })).toThrow(
        'of the years 1970 to 2199',
      );
    }
  });
});
