import { describe, expect, it } from '@jest/globals';
import { redirectUriFault } from './redirect-uri.ts';

describe('a redirect address', () => {
  it.each([
    'https://client.example/callback',
    'https://client.example:8443/cb?tenant=1',
    'https://client.example',
    'http://127.0.0.1:4711/cb',
    'http://[::1]:4711/cb',
    'http://localhost:3000/cb',
  ])('can be %s', uri => {
    expect(redirectUriFault(uri)).toBeNull();
  });

  it.each([
    ['http elsewhere', 'http://client.example/cb'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hi'],
    ['a scheme of an app', 'com.example.app:/cb'],
    ['a fragment', 'https://client.example/cb#x'],
    ['an empty fragment', 'https://client.example/cb#'],
    ['a wildcard', 'https://*.client.example/cb'],
    ['a user', 'https://client.example@evil.example/cb'],
    ['an upper case host', 'https://CLIENT.example/cb'],
    ['a path that climbs', 'https://client.example/a/../cb'],
    ['a default port', 'https://client.example:443/cb'],
    ['a host with a dot at its end', 'https://client.example./cb'],
    ['a number for a host', 'http://2130706433/cb'],
    ['a name that begins like the own machine', 'http://localhost.evil.example/cb'],
    ['a relative address', '/cb'],
    ['a line break', 'https://client.example/cb\n'],
    ['too long', `https://client.example/${'a'.repeat(500)}`],
  ])('cannot be %s', (_what, uri) => {
    expect(redirectUriFault(uri)).not.toBeNull();
  });
});
