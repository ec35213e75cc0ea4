import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { dice } from './kit/dice.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookable, bookingInput, slotsOf } from './kit/stories.ts';

interface Page {
  edges: { cursor: string; node: Record<string, unknown> }[];
}

/** Lists, by where they are in the graph. Each has items of Ada's and of Grace's, who must never see each other's. */
const lists: Record<string, string> = {
  bookings: 'bookings(first: $first, after: $after) { edges { cursor node { id } } }',
  apiKeys: 'apiKeys(first: $first, after: $after) { edges { cursor node { id } } }',
  eventTypes: 'me { eventTypes(first: $first, after: $after) { edges { cursor node { id } } } }',
  eventTypeBookings:
    'me { eventTypes(first: 1) { nodes { bookings(first: $first, after: $after) { edges { cursor node { id } } } } } }',
  history:
    'bookings(first: 1) { nodes { history(first: $first, after: $after) { edges { cursor node { version kind } } } } }',
  memberships: 'me { memberships(first: $first, after: $after) { edges { cursor node { id } } } }',
  organizations:
    'me { organizationMemberships(first: $first, after: $after) { edges { cursor node { id } } } }',
  webhookEndpoints: 'me { webhookEndpoints(first: $first, after: $after) { edges { cursor node { id } } } }',
};

/** The page somewhere in an answer. */
function pageIn(value: unknown): Page | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('edges' in value) return value as Page;
  for (const part of Object.values(value)) {
    const page = pageIn(part);
    if (page) return page;
  }
  return null;
}

const keyset = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const madeUp = [
  '',
  ' ',
  'null',
  '\0',
  '%00',
  'WyI',
  'x'.repeat(10_000),
  keyset(),
  keyset(null),
  keyset(0),
  keyset(-1),
  keyset('0'),
  keyset(1.5),
  keyset(9e15),
  keyset(1e308),
  keyset('a\0b'),
  keyset("' or 1=1 --"),
  keyset({ $ne: null }),
  keyset([]),
  keyset(0, ''),
  keyset(0, 'bkg_01jc000000e008000000000000'),
  keyset(0, '01900000-0000-7000-8000-000000000000'),
  keyset(9e15, 'bkg_01jc000000e008000000000000'),
  keyset(1e308, '01900000-0000-7000-8000-000000000000'),
  keyset(-9e15, 'x'),
  keyset(0, 'a\0b'),
  Buffer.from('[1e999]').toString('base64url'),
  Buffer.from('[1e999,"01900000-0000-7000-8000-000000000000"]').toString('base64url'),
  Buffer.from(`${'['.repeat(5_000)}`).toString('base64url'),
];

describe('cursors that nobody gave out', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    for (const handle of ['ada', 'grace']) {
      const user = await graph.signUp({ handle });
      const intro = await bookable(graph, user, { slug: 'intro' });
      for (const slot of (await slotsOf(graph, intro.id)).filter((_, index) => index % 8 === 0).slice(0, 3))
        await graph.execute(ops.CreateBookingDocument, { input: bookingInput(intro.id, slot) });
      if (handle === 'ada') ada = user;
      else grace = user;
    }
  });
  afterAll(() => graph.stop());

  async function read(list: string, user: TestUser, after?: string) {
    const query = `query ($first: Int, $after: String) { ${lists[list]} }`;
    const { body } = await graph.execute<object, object>(query, { first: 50, after }, { key: user.key });
    const edges = pageIn(body.data)?.edges ?? [];
    return {
      code: body.errors?.[0]?.extensions.code,
      field: body.errors?.[0]?.extensions.field,
      items: edges.map(({ node }) => JSON.stringify(node)),
      cursors: edges.map(({ cursor }) => cursor),
    };
  }

  /** A cursor with a character changed, left out, doubled or at the wrong place. */
  function spoilt(cursor: string): string[] {
    const roll = dice(cursor.length);
    const letters = 'ABCXYZabcxyz0189-_=+/. ';
    return Array.from({ length: 12 }, (_, kind) => {
      const at = roll(cursor.length);
      const other = letters[roll(letters.length)] ?? 'A';
      if (kind % 4 === 0) return cursor.slice(0, at) + other + cursor.slice(at + 1);
      if (kind % 4 === 1) return cursor.slice(0, at) + cursor.slice(at + 1);
      if (kind % 4 === 2) return cursor.slice(0, at);
      return cursor + other;
    });
  }

  it.each(Object.keys(lists))('show nothing of others, and are refused as input: %s', async list => {
    const [own, others] = [await read(list, ada), await read(list, grace)];
    expect(own.code).toBeUndefined();
    const everywhere = (await Promise.all(Object.keys(lists).map(other => read(other, ada)))).flatMap(
      ({ cursors }) => cursors,
    );
    const tried = [...madeUp, ...everywhere, ...others.cursors, ...own.cursors.flatMap(spoilt)];
    let refused = 0;
    for (const after of tried) {
      const { code, field, items } = await read(list, ada, after);
      if (code === undefined) expect(own.items).toEqual(expect.arrayContaining(items));
      else {
        refused++;
        expect([after, code, field, items]).toEqual([after, 'BAD_USER_INPUT', 'after', []]);
      }
    }
    expect(refused).toBeGreaterThan(10);
  });

  it.each([-1, 0, 2_147_483_647])('change nothing as a version: %s', async expectedVersion => {
    const [booking] = (await read('bookings', ada)).items;
    const { id } = JSON.parse(booking ?? '{}');
    const query = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }`;
    const input = { bookingId: id, expectedVersion, idempotencyKey: `version ${expectedVersion} of it` };
    const { body } = await graph.execute<{ cancelBooking: { __typename: string } }, object>(
      query,
      { input },
      { key: ada.key },
    );
    const said = body.errors?.[0]?.extensions.code ?? body.data?.cancelBooking.__typename;
    expect(said).toMatch(/^(BAD_USER_INPUT|CONFLICT|BookingVersionConflict)$/);
    const { booking: after } = (
      await graph.execute<{ booking: { status: string } }, object>(
        'query ($id: ID!) { booking(id: $id) { status } }',
        { id },
        { key: ada.key },
      )
    ).data;
    expect(after.status).toBe('CONFIRMED');
  });
});
