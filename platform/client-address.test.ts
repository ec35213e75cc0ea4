import { describe, expect, it } from '@jest/globals';
import { clientOf, isNetwork, isWithin } from './client-address.ts';

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

  it('is in a network or not, in whichever way it is written', () => {
    const networks = ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1'];
    for (const inside of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::5', '::1'])
      expect([inside, isWithin(inside, networks)]).toEqual([inside, true]);
    for (const outside of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '::2', '', 'proxy'])
      expect([outside, isWithin(outside, networks)]).toEqual([outside, false]);
  });

  it('knows addresses and networks from other texts', () => {
    expect(['10.0.0.0/8', '::1', '127.0.0.1'].every(isNetwork)).toBe(true);
    expect(['proxy', '10.0.0.0/99', ''].some(isNetwork)).toBe(false);
  });
});
