import { describe, expect, it } from '@jest/globals';
import { providersOf } from './providers.ts';

const apple = {
  APPLE_CLIENT_ID: 'com.example.web',
  APPLE_TEAM_ID: 'TEAM',
  APPLE_KEY_ID: 'KEY',
  APPLE_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----',
};

describe('providers of a deployment', () => {
  it('are those that the environment describes', () => {
    expect(providersOf({})).toEqual({});
    const google = providersOf({ GOOGLE_CLIENT_ID: 'a', GOOGLE_CLIENT_SECRET: 'b' });
    expect(google).toEqual({
      GOOGLE: {
        issuer: 'https://accounts.google.com',
        clientId: 'a',
        secret: 'b',
        scope: 'openid email profile',
        postsAnswers: false,
      },
    });
    const microsoft = { MICROSOFT_CLIENT_ID: 'a', MICROSOFT_CLIENT_SECRET: 'b' };
    expect(providersOf(microsoft).MICROSOFT?.issuer).toBe('https://login.microsoftonline.com/common/v2.0');
    expect(providersOf({ ...microsoft, MICROSOFT_TENANT: 'corp.example' }).MICROSOFT?.issuer).toBe(
      'https://login.microsoftonline.com/corp.example/v2.0',
    );
    expect(providersOf(apple).APPLE).toEqual({
      issuer: 'https://appleid.apple.com',
      clientId: 'com.example.web',
      secret: {
        teamId: 'TEAM',
        keyId: 'KEY',
        privateKey: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----',
      },
      scope: 'openid email name',
      postsAnswers: true,
    });
  });

  it('are described as a whole', () => {
    expect(() => providersOf({ GOOGLE_CLIENT_ID: 'a' })).toThrow('GOOGLE_CLIENT_SECRET must be set, too.');
    expect(() => providersOf({ ...apple, APPLE_KEY_ID: undefined })).toThrow('APPLE_KEY_ID');
  });
});
