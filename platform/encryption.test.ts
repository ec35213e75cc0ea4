import { describe, expect, it } from '@jest/globals';
import { createEncryption } from './encryption.ts';

const place = { tenant: 'org_1', table: 'webhook_endpoints', row: 'whe_1', column: 'secret' };
const encryption = createEncryption(['the first secret of at least thirty-two characters']);

describe('encryption', () => {
  it('gives back what was put in, and never writes it twice the same', () => {
    const [a, b] = [encryption.encrypt('whsec_ünï', place), encryption.encrypt('whsec_ünï', place)];
    expect(a).not.toBe(b);
    expect([a, b].map(sealed => encryption.decrypt(sealed, place))).toEqual(['whsec_ünï', 'whsec_ünï']);
  });

  it.each(['tenant', 'table', 'row', 'column'] as const)('does not open in another %s', part => {
    const sealed = encryption.encrypt('secret', place);
    expect(() => encryption.decrypt(sealed, { ...place, [part]: 'other' })).toThrow();
  });

  it('does not open when anything of it was changed or cut', () => {
    const sealed = encryption.encrypt('secret', place);
    const [keyId, body] = sealed.split('.') as [string, string];
    const bytes = Buffer.from(body, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => encryption.decrypt(`${keyId}.${changed.toString('base64url')}`, place)).toThrow();
    }
    expect(() =>
      encryption.decrypt(`${keyId}.${bytes.subarray(0, 20).toString('base64url')}`, place),
    ).toThrow();
  });

  it('has one spelling', () => {
    const sealed = encryption.encrypt('secret', place);
    for (const other of [`${sealed}=`, `${sealed}.x`, `${sealed}.`, `${sealed} `, sealed.replace('.', '.?')])
      expect(() => encryption.decrypt(other, place)).toThrow('not how ciphertexts are written');
  });

  it('still opens what an older key closed, and names a key that is gone', () => {
    const sealed = encryption.encrypt('secret', place);
    const next = 'the second secret of at least thirty-two characters';
    const rotated = createEncryption([next, 'the first secret of at least thirty-two characters']);
    expect(rotated.decrypt(sealed, place)).toBe('secret');
    expect(rotated.encrypt('x', place).split('.')[0]).not.toBe(sealed.split('.')[0]);
    expect(() => createEncryption([next]).decrypt(sealed, place)).toThrow(/is not configured/);
  });
});
