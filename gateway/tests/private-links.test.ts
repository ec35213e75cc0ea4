import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';
import { team } from './kit/teams.ts';

/** A link of a user's event type. */
async function link(
  graph: TestGraph,
  owner: TestUser,
  input: ops.CreatePrivateLinkInput,
): Promise<ops.CreatePrivateLinkMutation['createPrivateLink']> {
  const answer = await graph.execute(ops.CreatePrivateLinkDocument, { input }, { key: owner.key });
  return answer.data.createPrivateLink;
}

/** What can be booked of an event type, as its owner sees it before it becomes private. */
async function privateType(graph: TestGraph, owner: TestUser) {
  const type = await bookable(graph, owner);
  const slots = await slotsOf(graph, type.id);
  const input = { id: type.id, visibility: 'PRIVATE' as const };
  await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: owner.key });
  return { ...type, slots };
}

const bookWith = async (graph: TestGraph, id: string, slot: TestSlot | undefined, privateLink?: string) =>
  graph.execute(ops.CreateBookingDocument, {
    input: { ...bookingInput(id, slot), privateLink: privateLink ?? null },
  });

describe.each<Topology>(['standalone', 'distributed'])(
  'event types that not everybody sees, %s',
  topology => {
    let graph: TestGraph;
    let owner: TestUser;
    let admin: TestUser;
    let member: TestUser;
    let stranger: TestUser;
    let teamId: string;
    const types = {} as Record<ops.EventTypeVisibility, BookableEventType>;

    beforeAll(async () => {
      graph = await startGraph({ topology });
      owner = await graph.signUp({ handle: 'owner' });
      admin = await graph.signUp();
      member = await graph.signUp();
      stranger = await graph.signUp();
      teamId = await team(graph, owner, { ADMIN: admin, MEMBER: member });
      for (const visibility of ['PUBLIC', 'HIDDEN', 'PRIVATE'] as const) {
        const slug = visibility.toLowerCase();
        types[visibility] = await bookable(graph, owner, { ownerId: teamId, slug, visibility });
      }
    });
    afterAll(() => graph.stop());

    /** What somebody gets to see: in the list of the team, at its address, by id, and as slots. */
    async function seen(visibility: ops.EventTypeVisibility, user?: TestUser, privateLink?: string) {
      const { id, nextWeek } = types[visibility];
      const options = user ? { key: user.key } : {};
      const linked = { privateLink: privateLink ?? null };
      const address = { owner: 'team-of-owner', slug: visibility.toLowerCase(), ...linked };
      const page = await graph.execute(ops.EventTypePageDocument, address, options);
      const byId = await graph.execute<{ eventType: unknown }, object>(
        'query ($id: ID!, $privateLink: String) { eventType(id: $id, privateLink: $privateLink) { id } }',
        { id, ...linked },
        options,
      );
      const window = { eventTypeId: id, ...nextWeek, timeZone: 'UTC', ...linked };
      const slots = await graph.execute(ops.SlotsDocument, window, options);
      const question = { eventTypeId: id, startsAt: nextWeek.from, ...linked };
      const explained = await graph.execute(ops.ExplainSlotDocument, question, options);
      const outcome = (answer: { body: { errors?: { extensions: { code: string } }[] } }) =>
        answer.body.errors?.[0]?.extensions.code ?? 'OK';
      return [
        page.data.eventTypeBySlug ? 'OK' : null,
        byId.data.eventType ? 'OK' : null,
        outcome(slots),
        outcome(explained),
      ];
    }

    const ALL = ['OK', 'OK', 'OK', 'OK'];
    const NOTHING = [null, null, 'NOT_FOUND', 'NOT_FOUND'];

    it.each<[ops.EventTypeVisibility, string, (string | null)[]]>([
      ['PUBLIC', 'anonymous', ALL],
      ['PUBLIC', 'stranger', ALL],
      ['HIDDEN', 'anonymous', ALL],
      ['HIDDEN', 'stranger', ALL],
      ['HIDDEN', 'member', ALL],
      ['PRIVATE', 'anonymous', NOTHING],
      ['PRIVATE', 'stranger', NOTHING],
      ['PRIVATE', 'member', NOTHING],
      ['PRIVATE', 'admin', ALL],
      ['PRIVATE', 'owner', ALL],
    ])('%s: whoever is %s, without a link', async (visibility, who, expected) => {
      const users: Record<string, TestUser> = { owner, admin, member, stranger };
      expect(await seen(visibility, users[who])).toEqual(expected);
    });

    it('lists hidden and private ones to those who manage them only, and counts no more', async () => {
      const listed = async (user: TestUser) => {
        const answer = await graph.execute<
          { team: { eventTypes: { totalCount: number; nodes: { slug: string }[] } | null } },
          object
        >(
          'query ($id: ID!) { team(id: $id) { eventTypes { totalCount nodes { slug } } } }',
          { id: teamId },
          { key: user.key },
        );
        const { eventTypes } = answer.data.team;
        return eventTypes && [eventTypes.totalCount, ...eventTypes.nodes.map(node => node.slug)];
      };
      const all = [3, 'public', 'hidden', 'private'];
      expect(await Promise.all([owner, admin, member, stranger].map(listed))).toEqual([
        all,
        all,
        [1, 'public'],
        null,
      ]);
      await bookable(graph, stranger, { visibility: 'PRIVATE' });
      const { me } = (await graph.execute(ops.MeDocument, {}, { key: stranger.key })).data;
      expect(me.eventTypes?.nodes).toHaveLength(1);
    });

    it('opens a private one to whoever has a link of it, as long as it works', async () => {
      const { id } = types.PRIVATE;
      const other = await link(graph, owner, { eventTypeId: types.HIDDEN.id });
      expect(await seen('PRIVATE', undefined, other.token)).toEqual(NOTHING);
      expect(await seen('PRIVATE', undefined, 'plk_wrong')).toEqual(NOTHING);
      const made = await link(graph, admin, { eventTypeId: id });
      expect(made).toMatchObject({
        token: expect.stringMatching(/^plk_[\w-]{43}$/),
        privateLink: { eventType: { id }, maxUses: 1, uses: 0, expiresAt: null },
      });
      expect(await seen('PRIVATE', undefined, made.token)).toEqual(ALL);
      expect(await seen('PRIVATE', stranger, made.token)).toEqual(ALL);
      await graph.execute(
        ops.RevokePrivateLinkDocument,
        { input: { id: made.privateLink.id } },
        { key: owner.key },
      );
      expect(await seen('PRIVATE', undefined, made.token)).toEqual(NOTHING);
    });

    it('keeps inactive ones from guests with a link', async () => {
      const type = await privateType(graph, owner);
      const { token } = await link(graph, owner, { eventTypeId: type.id });
      const update = { input: { id: type.id, isActive: false } };
      await graph.execute(ops.UpdateEventTypeDocument, update, { key: owner.key });
      const question = { eventTypeId: type.id, startsAt: type.nextWeek.from, privateLink: token };
      expect((await graph.execute(ops.ExplainSlotDocument, question)).code).toBe('NOT_FOUND');
    });
  },
);

describe('a private link', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let stranger: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
    stranger = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const outcome = async (...args: Parameters<typeof bookWith>) => {
    const { data, errors } = (await bookWith(...args)).body;
    return data?.createBooking.__typename ?? errors?.[0]?.extensions.code;
  };

  it('books as often as it may be used', async () => {
    const { id, slots } = await privateType(graph, ada);
    const twice = await link(graph, ada, { eventTypeId: id, maxUses: 2 });
    expect(await outcome(graph, id, slots[0])).toBe('NOT_FOUND');
    expect(await outcome(graph, id, slots[0], 'plk_wrong')).toBe('NOT_FOUND');
    expect(await outcome(graph, id, slots[0], twice.token)).toBe('BookingCreated');
    // Taken: what could not be booked is not counted.
    expect(await outcome(graph, id, slots[0], twice.token)).toBe('SlotUnavailable');
    const input = { ...bookingInput(id, slots[1]), privateLink: twice.token };
    const second = await graph.execute(ops.CreateBookingDocument, { input });
    expect(second.data.createBooking.__typename).toBe('BookingCreated');
    const spent = await bookWith(graph, id, slots[2], twice.token);
    expect(spent.data.createBooking).toMatchObject({
      __typename: 'PrivateLinkSpent',
      code: 'PRIVATE_LINK_SPENT',
    });
    // The same request again is the same booking, however spent the link is by now.
    expect((await graph.execute(ops.CreateBookingDocument, { input })).body).toEqual(second.body);

    const unlimited = await link(graph, ada, { eventTypeId: id, maxUses: null });
    for (const slot of slots.slice(2, 5)) {
      expect(await outcome(graph, id, slot, unlimited.token)).toBe('BookingCreated');
    }
    const settings = await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: ada.key });
    expect(settings.data.eventType?.privateLinks).toMatchObject([
      { maxUses: null, uses: 3 },
      { maxUses: 2, uses: 2 },
    ]);
    const own = { ...bookingInput(id, slots[5]) };
    const booked = await graph.execute(ops.CreateBookingDocument, { input: own }, { key: ada.key });
    expect(booked.data.createBooking.__typename).toBe('BookingCreated');
  });

  it('ends when it expires and when it is revoked', async () => {
    const { id, slots } = await privateType(graph, ada);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const expiring = await link(graph, ada, { eventTypeId: id, expiresAt, maxUses: null });
    expect(expiring.privateLink.expiresAt).toBe(expiresAt);
    const free = slots.slice(20);
    expect(await outcome(graph, id, free[0], expiring.token)).toBe('BookingCreated');
    await graph.database.query(
      `update scheduling.private_links set expires_at = now() where expires_at = $1`,
      [expiresAt],
    );
    expect(await outcome(graph, id, free[1], expiring.token)).toBe('PrivateLinkSpent');

    const revoked = await link(graph, ada, { eventTypeId: id, maxUses: null });
    const revoke = (user: TestUser) =>
      graph.execute(
        ops.RevokePrivateLinkDocument,
        { input: { id: revoked.privateLink.id } },
        { key: user.key },
      );
    expect((await revoke(stranger)).code).toBe('NOT_FOUND');
    expect(await outcome(graph, id, free[1], revoked.token)).toBe('BookingCreated');
    const first = (await revoke(ada)).data.revokePrivateLink;
    expect(first.privateLink.revokedAt).not.toBeNull();
    expect((await revoke(ada)).data.revokePrivateLink).toEqual(first);
    expect(await outcome(graph, id, free[2], revoked.token)).toBe('PrivateLinkSpent');
  });

  it('is not needed, and not used up, where the event type is not private', async () => {
    const type = await bookable(graph, ada);
    const { token } = await link(graph, ada, { eventTypeId: type.id });
    const slots = await slotsOf(graph, type.id);
    expect(await outcome(graph, type.id, slots[0], token)).toBe('BookingCreated');
    expect(await outcome(graph, type.id, slots[1], token)).toBe('BookingCreated');
  });

  it.each<[string, Partial<ops.CreatePrivateLinkInput>, string]>([
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ['no use', { maxUses: 0 }, 'maxUses'],
    ['10001 uses', { maxUses: 10_001 }, 'maxUses'],
    ['an id of another kind', { eventTypeId: 'usr_01jc000000e008000000000000' }, 'eventTypeId'],
  ])('is not made with %s', async (_what, change, field) => {
    const { id } = await bookable(graph, ada);
    const input = { eventTypeId: id, ...change };
    const refused = await graph.execute(ops.CreatePrivateLinkDocument, { input }, { key: ada.key });
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('is made by those who manage the event type, and its secret is not stored', async () => {
    const { id } = await bookable(graph, ada);
    const input = { eventTypeId: id };
    const refused = await graph.execute(ops.CreatePrivateLinkDocument, { input }, { key: stranger.key });
    expect([refused.status, refused.code]).toEqual([404, 'NOT_FOUND']);
    const { token } = await link(graph, ada, input);
    const [row] = await graph.database.query<{ dump: string }>(
      `select json_agg(l)::text || (select json_agg(o)::text from scheduling.outbox_events o) as dump
       from scheduling.private_links l`,
    );
    expect(row?.dump).toContain('token_hash');
    expect(row?.dump).not.toContain(token.slice(4));
  });
});

describe('guests who use one link at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  /** Every guest wants another time: only the link stands between them. */
  async function race() {
    const ada = await graph.signUp();
    const { id, slots } = await privateType(graph, ada);
    const { token } = await link(graph, ada, { eventTypeId: id, maxUses: 1 });
    const answers = await Promise.all(slots.slice(0, 12).map(slot => bookWith(graph, id, slot, token)));
    const names = Map.groupBy(answers, answer => answer.data.createBooking.__typename);
    return Object.fromEntries([...names].map(([name, list]) => [name, list.length]));
  }

  it('make one booking with a link of one use', async () => {
    for (let round = 0; round < 5; round++) {
      expect(await race()).toEqual({ BookingCreated: 1, PrivateLinkSpent: 11 });
    }
  });

  it('all book when uses are not counted: it is the count that stops them', async () => {
    await graph.database.query(`
      create function scheduling.forget_use() returns trigger language plpgsql as $$
      begin new.uses := old.uses; return new; end $$`);
    await graph.database.query(`
      create trigger forget_use before update on scheduling.private_links
      for each row execute function scheduling.forget_use()`);
    expect(await race()).toEqual({ BookingCreated: 12 });
  });
});
