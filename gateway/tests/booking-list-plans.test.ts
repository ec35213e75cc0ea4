import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import type { Principal } from '#platform/principal.ts';
import type { BookingsArgs } from '../../subgraphs/scheduling/booking-lists/booking-list.graphql.ts';
import { bookingPage } from '../../subgraphs/scheduling/booking-lists/find-bookings.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

const OWNERS = 200;
const EACH = 250;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Two hundred people with two hundred and fifty bookings each, of whom one asks. */
async function fill(graph: TestGraph, eventTypeId: string): Promise<void> {
  await graph.database.query(
    `with people as (
        select n, gen_random_uuid() as id from generate_series(1, $2) n
        union all select 0, owner.uuid from scheduling.owners owner join scheduling.event_types e on e.owner_id = owner.id where e.id = $1
      ),
      made as (
        select uuidv7() as id, p.n as person, p.id as user_id, e.organization_id, e.id as event_type_id,
          case p.n when 0 then e.owner_id else 'usr_' || p.n end as owner_id,
          timestamptz '2027-01-01' + p.n * interval '1 minute' + i * interval '1 day' as at, i
        from people p cross join generate_series(1, $3) i cross join scheduling.event_types e where e.id = $1
      ),
      b as (
        insert into scheduling.bookings (id, organization_id, event_type_id, owner_id, status, title, starts_at, ends_at, guests, offered_host_ids, version,
          created_at, updated_at)
        select id, organization_id, event_type_id, owner_id, 'CONFIRMED', 'Meeting', at, at + interval '1 hour', '{}', '{}', 1, at, at from made
      ),
      a as (
        insert into scheduling.attendees (id, booking_id, position, name, email, time_zone, no_show, guests, answers)
        select gen_random_uuid(), id, 0, 'Guest' || person || ' Name' || i, 'guest' || person || '.' || i || '@example.com', 'UTC', false, '{}', '[]'
        from made
      )
    insert into scheduling.booking_hosts (booking_id, user_id, position, no_show) select id, user_id, 1, false from made`,
    [uuidOf(eventTypeId), OWNERS, EACH],
  );
  for (const table of ['bookings', 'booking_hosts', 'attendees', 'booking_resources'])
    await graph.database.query(`vacuum analyze scheduling.${table}`);
}

describe('lists of one among fifty thousand bookings', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
    const { id } = await bookable(graph, ada);
    await book(graph, id, (await slotsOf(graph, id))[0]);
    await fill(graph, id);
  }, 60_000);
  afterAll(() => graph.stop());

  /** Tables that a page is read from as a whole. */
  async function readWhole(args: Partial<BookingsArgs>): Promise<string[]> {
    const viewer: Principal = {
      kind: 'USER',
      id: ada.id,
      credential: null,
      scopes: ['*'],
      organizationId: null,
      roles: {},
    };
    const page = bookingPage(graph.apps.scheduling.openContext(viewer), args as BookingsArgs);
    expect((await page.execute()).length).toBeGreaterThan(0);
    const [row] = await page.explain<{ 'QUERY PLAN': { Plan: PlanNode }[] }>('json');
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error(JSON.stringify(row));
    const nodes = nodesOf(plan);
    expect(nodes.map(node => node['Relation Name'])).toContain('bookings');
    return nodes.flatMap(node =>
      node['Node Type'].includes('Seq Scan') ? [node['Relation Name'] ?? '?'] : [],
    );
  }

  const soon = new Date('2027-03-01');
  const soonAfter = new Date('2027-03-08');

  it.each<[string, Partial<BookingsArgs>]>([
    ['everything', {}],
    ['a week', { filter: { startsFrom: soon, startsBefore: soonAfter } }],
    ['what changed', { filter: { updatedSince: soon }, orderBy: { field: 'UPDATED_AT', direction: 'ASC' } }],
    ['the last', { orderBy: { field: 'CREATED_AT', direction: 'DESC' } }],
    ['an address', { filter: { attendeeEmail: 'guest0.7@example.com' } }],
    ['a name', { filter: { attendeeName: 'name7 guest0' } }],
    ['who came', { filter: { noShow: false } }],
  ])('read no table as a whole for %s', async (_what, args) => {
    expect(await readWhole(args)).toEqual([]);
  });

  it('would, without indexes', async () => {
    await graph.database.query('drop index scheduling.attendees_email, scheduling.attendees_name');
    expect(await readWhole({ filter: { attendeeEmail: 'guest0.7@example.com' } })).toContain('attendees');
    await graph.database.query('drop index scheduling.bookings_owner, scheduling.bookings_changes');
    expect(await readWhole({})).toContain('bookings');
  });
});
