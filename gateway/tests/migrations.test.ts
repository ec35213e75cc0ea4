import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGraph, type TestGraph } from './kit/graph.ts';

describe('the migrated database', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  it.each(['identity', 'scheduling', 'integrations'] as const)(
    'has every column that an entity of %s has',
    async name => {
      const { orm } = graph.apps[name];
      // Safe: nothing that the migrations made on top (constraints, indexes, tables without entity) is dropped.
      const missing = await orm.schema.getUpdateSchemaSQL({ safe: true, dropTables: false });
      expect(missing.split('\n').filter(line => /create table|add column|alter column/.test(line))).toEqual(
        [],
      );
    },
  );

  it('lets a role of one subgraph touch nothing of another', async () => {
    const rows = await graph.database.query<{ role: string; schema: string; can: boolean }>(
      `select r.rolname as role, n.nspname as schema, has_schema_privilege(r.oid, n.oid, 'usage') as can
       from pg_roles r cross join pg_namespace n
       where r.rolname like 'almanac\\_%' and n.nspname similar to '(identity|scheduling|integrations)(_jobs)?'`,
    );
    for (const { role, schema, can } of rows) {
      expect([role, schema, can]).toEqual([
        role,
        schema,
        schema.replace('_jobs', '') === role.replace('almanac_', ''),
      ]);
    }
    expect(rows).toHaveLength(18);
  });

  it('can be migrated again without a change', async () => {
    for (const app of Object.values(graph.apps)) await app.migrate();
  });

  it('promises no time twice, whoever writes the row', async () => {
    await graph.database.query(
      `insert into scheduling.claimants values ('01930000-0000-7000-8000-000000000001')`,
    );
    const claim = (from: string, to: string) =>
      graph.database.query(
        `insert into scheduling.claims (organization_id, claimant_id, during, source)
         values (gen_random_uuid(), '01930000-0000-7000-8000-000000000001', tstzrange($1, $2), 'BOOKING')`,
        [from, to],
      );
    await claim('2027-01-01T10:00Z', '2027-01-01T10:30Z');
    await claim('2027-01-01T10:30Z', '2027-01-01T11:00Z');
    for (const [from, to] of [
      ['2027-01-01T10:15Z', '2027-01-01T10:45Z'],
      ['2027-01-01T09:00Z', '2027-01-01T12:00Z'],
      ['2027-01-01T10:00Z', '2027-01-01T10:01Z'],
    ] as const) {
      await expect(claim(from, to)).rejects.toMatchObject({
        code: '23P01',
        constraint: 'claims_do_not_overlap',
      });
    }
  });
});
