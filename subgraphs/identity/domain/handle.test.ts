import { describe, expect, it } from '@jest/globals';
import { handleFault } from './handle.ts';

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
