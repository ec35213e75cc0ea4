import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import { fingerprintOf } from './operation-manifest.ts';
import { readPersistedOperations } from './persisted-operations.ts';

const log = createLogger('test', 'silent');
const operation = {
  id: 'me',
  name: 'Me',
  type: 'query',
  body: 'query Me { me { ...U } } fragment U on User { id }',
};
const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };

describe('a manifest of persisted operations', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-manifest-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: unknown) {
    const file = join(folder, 'manifest.json');
    await writeFile(file, JSON.stringify(content));
    return readPersistedOperations(
      { PERSISTED_OPERATIONS: 'safelist', PERSISTED_OPERATIONS_MANIFEST: file },
      log,
    );
  }

  it('is read where there is one', async () => {
    const resolve = await read(manifest);
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'me' } };
    expect(resolve({ extensions })).toBe(operation.body);
    const same = 'fragment U on User { id } query Me {\n me { ...U } # the same\n }';
    expect(resolve({ query: same })).toBe(same);
    expect(() => resolve({ query: '{ me { id } }' })).toThrow('not in the list');
    expect(resolve({})).toBeUndefined();
  });

  it.each([
    ['another version', { ...manifest, version: 2 }],
    ['another format', { ...manifest, format: 'relay' }],
    ['an operation without a body', { ...manifest, operations: [{ ...operation, body: '' }] }],
  ])('is refused with %s', async (_what, content) => {
    await expect(read(content)).rejects.toThrow('no manifest');
  });

  it('is refused with what is not GraphQL', async () => {
    await expect(read({ ...manifest, operations: [{ ...operation, body: 'nothing' }] })).rejects.toThrow(
      'is not GraphQL',
    );
  });

  it('has to be there where only known operations are run', async () => {
    await expect(readPersistedOperations({ PERSISTED_OPERATIONS: 'id-required' }, log)).rejects.toThrow(
      'needs PERSISTED_OPERATIONS_MANIFEST',
    );
    const resolve = await readPersistedOperations({ PERSISTED_OPERATIONS: 'off' }, log);
    expect(resolve({ query: '{ me { id } }' })).toBe('{ me { id } }');
  });

  it('tells operations apart by more than white space and order', () => {
    expect(fingerprintOf('{ a b }')).not.toBe(fingerprintOf('{ b a }'));
    expect(fingerprintOf('{ a(b: 1) }')).not.toBe(fingerprintOf('{ a(b: 2) }'));
    expect(fingerprintOf('{ a, b }')).toBe(fingerprintOf('{a b}'));
    expect(fingerprintOf('{')).toBeNull();
  });
});
