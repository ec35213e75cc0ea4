import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId } from '../ids.ts';
import { receiveEvent } from '../inbox.ts';
import { createLogger } from '../logger.ts';
import { createOrm, statements } from '../orm.ts';
import type { DomainEvent } from '../outbox.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';

describe('the inbox', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  const em = () => orm.em.fork() as EntityManager;

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = createLogger('test', 'silent');
    const url = database.urlOf('integrations');
    orm = await createOrm({ url, schema: 'integrations', entities: [], migrations: [], poolSize: 10, log });
    await database.query('create table integrations.effects (id text)');
    await database.query('grant all on integrations.effects to almanac_integrations');
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  const event = (name = 'thing.changed'): DomainEvent => ({
    id: newId('evt'),
    name,
    aggregateType: 'thing',
    aggregateId: 'thing_1',
    version: 1,
    payload: {},
    metadata: {
      actor: { kind: 'SERVICE', id: '' },
      organizationId: null,
      occurredAt: '',
      correlationId: '',
      causationId: null,
    },
    audience: [],
  });
  const note = async (tx: EntityManager, { id }: DomainEvent) => {
    await sql`insert into effects values (${id})`.execute(statements(tx));
  };
  const effectsOf = async (id: string) =>
    (
      await database.query<{ n: number }>(
        'select count(*)::int as n from integrations.effects where id = $1',
        [id],
      )
    )[0]?.n;

  it('lets an event take effect once, however often and however simultaneously it arrives', async () => {
    const one = event();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => receiveEvent(em(), one, { 'thing.changed': note })),
    );
    expect(outcomes.filter(outcome => outcome === 'handled')).toHaveLength(1);
    expect(await effectsOf(one.id)).toBe(1);
  });

  it('takes an event again whose handler failed', async () => {
    const one = event();
    const fail = async (tx: EntityManager, failing: DomainEvent) => {
      await note(tx, failing);
      throw new Error('half-way');
    };
    await expect(receiveEvent(em(), one, { 'thing.changed': fail })).rejects.toThrow('half-way');
    expect(await effectsOf(one.id)).toBe(0);
    expect(await receiveEvent(em(), one, { 'thing.changed': note })).toBe('handled');
    expect(await effectsOf(one.id)).toBe(1);
  });

  it('remembers an event that nobody handles', async () => {
    const one = event('thing.ignored');
    expect(await receiveEvent(em(), one, {})).toBe('handled');
    expect(await receiveEvent(em(), one, {})).toBe('duplicate');
  });
});
