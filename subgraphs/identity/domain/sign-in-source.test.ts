import { describe, expect, it } from '@jest/globals';
import { emailOf, opensAccounts } from './sign-in-source.ts';

const CONNECTION = 'sso_01h455vb4pex5vsknk084sn02q';

describe('the address that an issuer names', () => {
  it.each([
    ['GOOGLE', { email: 'Ada@Example.com', email_verified: true }, 'ada@example.com', true],
    ['GOOGLE', { email: 'ada@example.com', email_verified: false }, 'ada@example.com', false],
    ['GOOGLE', { email: 'ada@example.com' }, 'ada@example.com', false],
    ['APPLE', { email: 'ada@example.com', email_verified: 'true' }, 'ada@example.com', true],
    ['APPLE', { email: 'ada@example.com', email_verified: 'false' }, 'ada@example.com', false],
    ['MICROSOFT', { email: 'ada@example.com', email_verified: true }, 'ada@example.com', false],
    ['MICROSOFT', { email: 'ada@example.com', xms_edov: true }, 'ada@example.com', true],
    ['MICROSOFT', { email: 'ada@example.com', xms_edov: 1 }, 'ada@example.com', true],
    [CONNECTION, { email: 'ada@example.com', email_verified: 1 }, 'ada@example.com', false],
    [CONNECTION, { email: 'ada@example.com', xms_edov: true }, 'ada@example.com', false],
    [CONNECTION, { email: 'ada@', email_verified: true }, null, false],
    [CONNECTION, { email: ['ada@example.com'], email_verified: true }, null, false],
    [CONNECTION, { email: 'ada@example.com\n', email_verified: true }, null, false],
    [CONNECTION, { email: `${'a'.repeat(250)}@b.example`, email_verified: true }, null, false],
    [CONNECTION, { email_verified: true }, null, false],
  ])('%s %j', (source, claims, email, isProven) => {
    expect(emailOf(source, claims)).toEqual({ email, isProven });
  });

  it('opens accounts only where the operator of the deployment trusts the issuer', () => {
    expect([opensAccounts('GOOGLE'), opensAccounts(CONNECTION), opensAccounts('google')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
