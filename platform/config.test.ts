import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { field, readConfig, withReplica } from './config.ts';

const shape = z.object({
  DATABASE_URL: field.databaseUrl,
  PRINCIPAL_SECRETS: field.principalSecrets,
  PORT: field.port(4000),
});

describe('the configuration', () => {
  it('is read, with its defaults', () => {
    const long = 'x'.repeat(32);
    expect(
      readConfig(shape, {
        DATABASE_URL: 'postgres://a@b/c',
        PRINCIPAL_SECRETS: `${long}, ${long}y`,
        PORT: '',
      }),
    ).toEqual({
      DATABASE_URL: 'postgres://a@b/c',
      PRINCIPAL_SECRETS: [long, `${long}y`],
      PORT: 4000,
    });
  });

  it('says everything that is wrong at once, and quotes no value', () => {
    const read = () => readConfig(shape, { DATABASE_URL: 'mysql://root:hunter2@b', PORT: 'http' });
    expect(read).toThrow(
      /DATABASE_URL: must start with postgres:\/\/[\s\S]*PRINCIPAL_SECRETS: is required[\s\S]*PORT:/,
    );
    expect(read).not.toThrow(/hunter2/);
  });

  it('refuses a replica without Redis, whosever it is', () => {
    const urls = { REDIS_URL: field.redisUrl, IDENTITY_DATABASE_REPLICA_URL: field.postgresUrl.optional() };
    const read = (environment: Record<string, string>) =>
      readConfig(withReplica(z.object(urls)), environment);
    const replica = { IDENTITY_DATABASE_REPLICA_URL: 'postgres://a@b/c' };
    expect(() => read(replica)).toThrow(/REDIS_URL: is required beside DATABASE_REPLICA_URL/);
    expect(read({ ...replica, REDIS_URL: 'redis://r' })).toMatchObject(replica);
    expect(read({})).toEqual({});
  });
});
