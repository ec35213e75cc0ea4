import { describe, expect, it } from '@jest/globals';
import { SESSION_IDLE_MS, SESSION_LIFETIME_MS, sessionEnd } from './session-lifetime.ts';

describe('a session', () => {
  const began = Date.parse('2030-01-01T00:00:00Z');
  const expiresAt = new Date(began + SESSION_LIFETIME_MS);

  it('ends when it was not used for two weeks', () => {
    const lastUsedAt = new Date(began + 1000);
    expect(sessionEnd({ lastUsedAt, expiresAt })).toEqual(new Date(began + 1000 + SESSION_IDLE_MS));
  });

  it('ends after ninety days although it is used', () => {
    expect(sessionEnd({ lastUsedAt: new Date(expiresAt.getTime() - 1), expiresAt })).toEqual(expiresAt);
  });
});
