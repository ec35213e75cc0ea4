import { describe, expect, it } from '@jest/globals';
import { AppError } from '#platform/errors.ts';
import { chooseVersion, isInVersion, versionsOf } from './api-version.ts';

const versions = ['2026-11-01', '2027-02-10', '2027-09-01'];

const refusalOf = (asked: string) => {
  try {
    chooseVersion(versions, asked);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.extensions };
  }
  return null;
};

describe('versions', () => {
  it('are the first, and the dates at which something comes or goes', () => {
    expect(versionsOf([])).toEqual(['2026-11-01']);
    const tags = ['partner', 'until-2027-09-01', 'since-2027-02-10', 'until-2027-02-10', 'internal'];
    expect(versionsOf(tags)).toEqual(versions);
  });

  it.each(['until-2027-02-30', 'since-tomorrow', 'until-', 'since-2026-11-01', 'until-2026-10-31'])(
    'are not made by the tag %s',
    tag => {
      expect(() => versionsOf([tag])).toThrow(tag);
    },
  );

  it.each([
    ['2026-11-01', '2026-11-01'],
    ['2026-11-02', '2026-11-01'],
    ['2027-02-09', '2026-11-01'],
    ['2027-02-10', '2027-02-10'],
    ['2027-08-31', '2027-02-10'],
    ['2027-09-01', '2027-09-01'],
    ['2999-12-31', '2027-09-01'],
    [undefined, '2027-09-01'],
  ])('asked for by %s serve with %s', (asked, served) => {
    expect(chooseVersion(versions, asked)).toBe(served);
  });

  it('before the first one are refused with those that there are', () => {
    expect(refusalOf('2026-10-31')).toEqual({ code: 'API_VERSION_UNKNOWN', versions });
    expect(refusalOf('0000-01-01')).toEqual({ code: 'API_VERSION_UNKNOWN', versions });
  });

  it.each([
    '',
    'latest',
    '2027-2-10',
    '2027-02-30',
    '2027-13-01',
    '2027-02-10T00:00:00Z',
    ' 2027-02-10',
    '2027-02-10, 2027-02-10',
    '+02027-02-10',
    '2027-02-10\n',
  ])('are dates, which %j is not', asked => {
    expect(refusalOf(asked)).toEqual({ code: 'API_VERSION_INVALID', versions });
  });

  it('hold what had come and not gone', () => {
    const tags = ['partner', 'since-2027-02-10', 'until-2027-09-01'];
    expect(versions.map(version => isInVersion(tags, version))).toEqual([false, true, false]);
    expect(versions.map(version => isInVersion(['internal'], version))).toEqual([true, true, true]);
  });
});
