import { describe, expect, it } from '@jest/globals';
import { fromUuid, isId, newId, requireId, TypeIdColumn, uuidOf } from './ids.ts';

describe('an id', () => {
  it('goes to the database and back', () => {
    const id = newId('usr');
    expect(id).toMatch(/^usr_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(fromUuid('usr', uuidOf(id))).toBe(id);
  });

  it('is ordered by the time it was made', async () => {
    const first = newId('usr');
    await new Promise(done => setTimeout(done, 2));
    expect(newId('usr') > first).toBe(true);
  });

  it.each([
    ['another prefix', newId('bkg')],
    ['a plain UUID', '01a1fcd5-4431-727d-ad1a-d3adb4b87db1'],
    ['too short', 'usr_01jc'],
    ['letters that are none', 'usr_01jc000000e008000000000ilu'],
    ['SQL', "usr_' or 1=1 --"],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(isId('usr', text)).toBe(false);
    expect(() => requireId('usr', text, 'userId')).toThrow('`userId` must be an id that starts with `usr_`.');
  });

  it('survives being converted twice, as a plugin of the ORM does', () => {
    const column = new TypeIdColumn('usr');
    const id = newId('usr');
    const stored = column.convertToDatabaseValue(id);
    expect(column.convertToDatabaseValue(stored)).toBe(stored);
    expect(column.convertToJSValue(column.convertToJSValue(stored))).toBe(id);
    expect([column.convertToDatabaseValue(null), column.convertToJSValue(null)]).toEqual([null, null]);
  });
});
