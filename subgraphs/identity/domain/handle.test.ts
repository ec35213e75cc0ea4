import { describe, expect, it } from '@jest/globals';
import { handleFault, suggestHandle } from './handle.ts';

describe('a handle', () => {
  it.each(['ada', 'a1', 'grace-hopper', '42', 'x'.repeat(39)])('can be %s', handle => {
    expect(handleFault(handle)).toBeNull();
  });

  it.each(['', 'a', 'Ada', 'a_b', '-a', 'a-', 'a--b', 'ä', 'a b', 'x'.repeat(40), 'a\n'])(
    'cannot be %j',
    handle => {
      expect(handleFault(handle)).toMatch(/2 to 39/);
    },
  );

  it('cannot be an address of ours', () => {
    expect(handleFault('graphql')).toBe('`graphql` is reserved.');
  });
});

describe('a handle that is suggested', () => {
  it.each([
    ['Ada.Lovelace@example.com', null, 'ada-lovelace'],
    ['ada+news@example.com', null, 'ada'],
    ['__x__@example.com', null, 'userx'],
    ['ünï@example.com', 7, 'usern-7'],
    [`${'a'.repeat(64)}@example.com`, 99_999, `${'a'.repeat(30)}-99999`],
  ])('for %s is one', (email, suffix, handle) => {
    expect(suggestHandle(email, suffix)).toBe(handle);
    expect(handleFault(suggestHandle(email, suffix))).toBeNull();
  });
});
