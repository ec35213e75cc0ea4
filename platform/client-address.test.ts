import { describe, expect, it } from '@jest/globals';
import { clientOf, isNetwork } from './client-address.ts';

describe('the address of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ])('%s counts as %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });

  it('knows addresses and networks from other texts', () => {
    expect(['10.0.0.0/8', '::1', '127.0.0.1'].every(isNetwork)).toBe(true);
    expect(['proxy', '10.0.0.0/99', ''].some(isNetwork)).toBe(false);
  });
});
