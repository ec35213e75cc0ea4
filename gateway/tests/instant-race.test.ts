import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock } from '#platform/testing/clock.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { dropBookingGuards } from './kit/guards.ts';
import { accept, instantType, offer } from './kit/instant.ts';

const HOSTS = 20;
const ROUNDS = 5;
const HALF_HOUR_MS = 30 * 60_000;

const hosted = `
  select (select count(*)::int from scheduling.claims c where c.booking_id = b.id) as claims,
    (select count(*)::int from scheduling.booking_hosts h where h.booking_id = b.id) as hosts,
    (select count(*)::int from scheduling.booking_events e where e.booking_id = b.id) as events
  from scheduling.bookings b`;

describe('twenty hosts who accept one meeting at once', () => {
  const clock = createTestClock('2027-03-08T10:00:20Z');
  let graph: TestGraph;
  let hosts: TestUser[];
  let eventTypeId: string;

  beforeAll(async () => {
    graph = await startGraph({ clock });
    hosts = [];
    for (let index = 0; index < HOSTS; index++) hosts.push(await graph.signUp());
    eventTypeId = (await instantType(graph, hosts)).id;
  }, 180_000);
  afterAll(() => graph.stop());

  async function race(): Promise<string[]> {
    const { id } = await offer(graph, eventTypeId);
    const answers = await Promise.all(hosts.map(host => accept(graph, host, id)));
    clock.advance(HALF_HOUR_MS);
    return answers.map(({ __typename }) => __typename).sort();
  }

  it('are one who has it and nineteen who are told so', async () => {
    for (let round = 0; round < ROUNDS; round++)
      expect(await race()).toEqual([
        'InstantBookingAccepted',
        ...Array(HOSTS - 1).fill('InstantBookingTaken'),
      ]);
    expect(await graph.database.query(hosted)).toEqual(
      Array(ROUNDS).fill({ claims: 1, hosts: 1, events: 2 }),
    );
  }, 60_000);

  it('are several who have it where the lock and the key of versions are off: then the test above would fail', async () => {
    await dropBookingGuards(graph);
    const winners = (await race()).filter(name => name === 'InstantBookingAccepted');
    expect(winners.length).toBeGreaterThan(1);
    const counts = await graph.database.query<{ claims: number }>(hosted);
    expect(Math.max(...counts.map(({ claims }) => claims))).toBe(winners.length);
  }, 60_000);
});
