import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '#platform/config.ts';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from '../../gateway/tests/kit/graph.ts';
import { confirm, decline, draft, move, progress } from '../../gateway/tests/kit/lifecycle.ts';
import { createRoom } from '../../gateway/tests/kit/resources.ts';
import { giveUp, join } from '../../gateway/tests/kit/seats.ts';
import { bookSeries, SERIES, seriesInput } from '../../gateway/tests/kit/series.ts';
import { book, bookable, cancel, slotsOf, type TestSlot } from '../../gateway/tests/kit/stories.ts';
import type { SchedulingContext } from '../../subgraphs/scheduling/context.ts';
import type { BookingDifference } from '../../subgraphs/scheduling/domain/booking-differences.ts';
import { completeBookings } from '../../subgraphs/scheduling/expiry/complete-bookings.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { verifyBookings } from '../../subgraphs/scheduling/history/verify-bookings.ts';

const run = promisify(execFile);
const SECRET = 'a secret for tests that is long enough';
const DAY_MS = 86_400_000;

interface Ended {
  code?: number;
  stdout: string;
  stderr: string;
}

describe('npm run bookings:verify', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  /** Of an event type that asks nothing. */
  let slots: TestSlot[];
  let plain: string;

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp();
    plain = (await bookable(graph, ada)).id;
    slots = await slotsOf(graph, plain, { first: 200 });
  });
  afterAll(() => graph.stop());

  const command = (...args: string[]): Promise<Ended> =>
    run(process.execPath, ['dist/scripts/verify-bookings.js', ...args], {
      cwd: projectFolder,
      env: {
        SCHEDULING_DATABASE_URL: graph.database.urlOf('scheduling'),
        ENCRYPTION_SECRETS: SECRET,
        LOG_LEVEL: 'error',
      },
    }).catch(error => error);
  const openContext = () => graph.apps.scheduling.openContext(servicePrincipal('test'));
  const verify = async (open: () => SchedulingContext = openContext) => {
    const differences: BookingDifference[] = [];
    const verified = await verifyBookings({
      openContext: open,
      onDifference: difference => differences.push(difference),
      onProgress: () => {},
    });
    return { ...verified, differences };
  };
  const withKey = { key: '' };
  const once = () => `verify ${Math.random()}`;

  it('finds nothing wrong with bookings that went through everything there is', async () => {
    withKey.key = ada.key;
    const asking = await bookable(graph, ada, { requiresConfirmation: true, pendingTakesTime: false });
    const shared = await bookable(graph, ada, { seatsPerSlot: 3 });
    const paid = await bookable(graph, ada, { requiresPayment: true });
    const [pending, confirmed, declined, expiring] = [
      await book(graph, asking.id, slots[0]),
      await book(graph, asking.id, slots[1]),
      await book(graph, asking.id, slots[2]),
      await book(graph, asking.id, slots[3]),
    ];
    expect(pending.status).toBe('PENDING_CONFIRMATION');
    await confirm(graph, ada, confirmed.id);
    await move(graph, confirmed, confirmed.id, slots[4]);
    await decline(graph, ada, declined.id, 'No time');
    await graph.database.query('update scheduling.bookings set expires_at = $2 where id = $1', [
      uuidOf(expiring.id),
      new Date(clock.now()),
    ]);
    expect(await expireBookings(openContext())).toBe(1);
    await draft(graph, ada, plain, slots[5]);
    await book(graph, paid.id, slots[6]);
    const seats = [
      await join(graph, shared.id, slots[7], { name: 'One', guests: ['extra@example.com'] }),
      await join(graph, shared.id, slots[7], { name: 'Two' }),
      await join(graph, shared.id, slots[7], { name: 'Three' }),
    ];
    for (const seat of seats.slice(1, 2)) await giveUp(graph, seat);
    const undone = await book(graph, plain, slots[8]);
    await cancel(graph, undone);
    const back = { bookingId: undone.id, version: 2, idempotencyKey: once() };
    const restored = await graph.execute(ops.UndoBookingChangeDocument, { input: back }, withKey);
    expect(restored.data.undoBookingChange.__typename).toBe('BookingChangeUndone');
    const changed = await book(graph, plain, slots[9]);
    const bring = { bookingId: changed.id, guests: ['guest@example.com'], idempotencyKey: once() };
    await graph.execute(ops.AddBookingGuestsDocument, { input: bring }, withKey);
    await cancel(graph, changed);
    const forgotten = await join(graph, plain, slots[10], {
      name: 'Forgotten',
      guests: ['friend@example.com'],
    });
    await giveUp(graph, forgotten);
    const erase = {
      attendeeEmail: 'forgotten@example.com',
      reason: 'They asked for it.',
      idempotencyKey: once(),
    };
    const erased = await graph.execute(ops.EraseAttendeeDocument, { input: erase }, withKey);
    expect(erased.data.eraseAttendee.__typename).toBe('AttendeeErased');
    const { id: roomId } = await createRoom(graph, ada);
    const meeting = { resourceRequirements: [{ resourceIds: [roomId] }] };
    await book(graph, (await bookable(graph, ada, meeting)).id, slots[11]);
    const repeated = await bookable(graph, ada, SERIES);
    const series = await bookSeries(graph, seriesInput(repeated.id, slots[20]?.startsAt ?? ''));
    expect(series.id).toMatch(/^ser_/);
    // The buffers of an event type say nothing of what was taken before.
    const buffers = { id: plain, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 };
    await graph.execute(ops.UpdateEventTypeDocument, { input: buffers }, withKey);
    clock.advance(14 * DAY_MS);
    const [guest] = (await progress(graph, ada, undone.id)).attendees;
    const absent = {
      bookingId: undone.id,
      hostIds: [ada.id],
      attendeeIds: [guest?.id ?? ''],
      idempotencyKey: once(),
    };
    const marked = await graph.execute(ops.MarkNoShowDocument, { input: absent }, withKey);
    expect(marked.data.markNoShow.__typename).toBe('NoShowMarked');
    expect(await completeBookings(openContext())).toBeGreaterThan(0);
    clock.advance(-14 * DAY_MS);

    expect(await verify()).toEqual({ bookings: 15, events: 33, differences: [] });
    const { code, stdout, stderr } = await command();
    expect([code, stdout, stderr]).toEqual([undefined, '15 bookings with 33 events: 0 differences.\n', '']);
  }, 60_000);

  const spoilt: [string, string, string | RegExp, { stored: unknown; folded: unknown }][] = [
    [
      'a title',
      `update scheduling.bookings set title = 'Spoilt' where id = $1`,
      'title',
      { stored: 'Spoilt', folded: expect.stringContaining('Meeting') },
    ],
    [
      'a status',
      `update scheduling.bookings set status = 'EXPIRED' where id = $1`,
      'status',
      { stored: 'EXPIRED', folded: 'CONFIRMED' },
    ],
    [
      'a start',
      `update scheduling.bookings set starts_at = starts_at + interval '1 minute' where id = $1`,
      'startsAt',
      { stored: expect.stringMatching(/:01:00.000Z$/), folded: expect.stringMatching(/:00:00.000Z$/) },
    ],
    [
      'a version',
      'update scheduling.bookings set version = version + 1 where id = $1',
      'version',
      { stored: 2, folded: 1 },
    ],
    [
      'the moment of the last change',
      `update scheduling.bookings set updated_at = 'epoch' where id = $1`,
      'updatedAt',
      { stored: '1970-01-01T00:00:00.000Z', folded: expect.stringContaining('2027') },
    ],
    [
      'what was agreed on a clock',
      'update scheduling.bookings set wall_time = null where id = $1',
      'wallTime',
      { stored: null, folded: expect.objectContaining({ timeZone: 'UTC' }) },
    ],
    [
      'a host',
      'delete from scheduling.booking_hosts where booking_id = $1',
      'hostIds',
      { stored: [], folded: [expect.stringMatching(/^usr_/)] },
    ],
    [
      'a host who did not come',
      'update scheduling.booking_hosts set no_show = true where booking_id = $1',
      'noShowHostIds',
      { stored: [expect.stringMatching(/^usr_/)], folded: [] },
    ],
    [
      'a name',
      `update scheduling.attendees set name = 'Nobody' where booking_id = $1`,
      /^attendees\[att_.*\]\.name$/,
      { stored: 'Nobody', folded: 'Grace Hopper' },
    ],
    [
      'an attendee',
      'delete from scheduling.attendees where booking_id = $1',
      'attendees',
      { stored: [], folded: [expect.stringMatching(/^att_/)] },
    ],
    [
      'time that is not taken',
      'delete from scheduling.claims where booking_id = $1',
      /^claims\[usr_/,
      { stored: null, folded: expect.stringContaining('with its buffers') },
    ],
    [
      'time that is too short',
      `update scheduling.claims set during = tstzrange(lower(during) + interval '20 minutes', upper(during)) where booking_id = $1`,
      /^claims\[usr_/,
      { stored: expect.stringContaining(' to '), folded: expect.stringContaining('with its buffers') },
    ],
    [
      'time that keeps nobody out',
      'update scheduling.claims set is_blocking = false where booking_id = $1',
      /^claims\[usr_/,
      { stored: expect.stringContaining('open to others'), folded: expect.stringContaining('buffers') },
    ],
    [
      'time of somebody else',
      `with taken as (select * from scheduling.claims where booking_id = $1 limit 1), other as (select id from scheduling.claimants c
        where not exists (select 1 from taken t where t.claimant_id = c.id) limit 1)
        insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
        select organization_id, other.id, during, source, booking_id from taken, other`,
      /^claims\[usr_/,
      { stored: expect.stringContaining(' to '), folded: null },
    ],
    [
      'its events',
      `delete from scheduling.booking_events where booking_id = $1`,
      'events',
      { stored: 'none', folded: expect.stringContaining('1, 2, 3') },
    ],
    [
      'its first event',
      `update scheduling.booking_events set kind = 'CANCELLED', data = '{"status": "CANCELLED", "reason": null}' where booking_id = $1`,
      'events',
      { stored: 'cannot be folded', folded: expect.stringContaining('begin with CANCELLED') },
    ],
    [
      'what is sealed in an event',
      `update scheduling.booking_events set data = jsonb_set(data, '{title,$sealed}', '"00000000.xxxx"') where booking_id = $1`,
      'events',
      { stored: 'cannot be folded', folded: expect.any(String) },
    ],
    [
      'what an event says',
      `update scheduling.booking_events set data = jsonb_set(data, '{location}', '{"kind": "LINK", "label": "x"}') where booking_id = $1`,
      'location',
      { stored: null, folded: { kind: 'LINK', label: 'x' } },
    ],
  ];

  it.each(spoilt)('finds %s that was spoilt', async (_what, statement, field, values) => {
    await graph.signUp();
    const { id } = await bookable(graph, await graph.signUp());
    const booking = await book(graph, id, (await slotsOf(graph, id))[0]);
    expect((await verify()).differences).toEqual([]);
    const tables = ['claims', 'booking_hosts', 'attendees', 'bookings', 'booking_events'];
    const kept = new Map<string, unknown[]>();
    for (const table of tables)
      kept.set(
        table,
        await graph.database.query(`select * from scheduling.${table} where ${keyOf(table)} = $1`, [
          uuidOf(booking.id),
        ]),
      );
    await graph.database.query(statement, [uuidOf(booking.id)]);
    const { differences } = await verify();
    const expected = { bookingId: booking.id, field: asymmetric(field), ...values };
    expect(differences).toContainEqual(expected);
    expect(new Set(differences.map(({ bookingId }) => bookingId))).toEqual(new Set([booking.id]));
    await restore(graph, booking.id, kept);
  });

  it('lists differences, sums up and fails, for people and for machines', async () => {
    const booking = await book(graph, plain, slots[60]);
    await graph.database.query(`update scheduling.bookings set title = 'Spoilt' where id = $1`, [
      uuidOf(booking.id),
    ]);
    const told = await command();
    expect(told.code).toBe(1);
    const lines = told.stdout.trim().split('\n');
    expect(lines[0]).toMatch(new RegExp(`^${booking.id}  title  stored "Spoilt"  folded "Meeting.*"$`));
    expect(lines[1]).toMatch(/^\d+ bookings with \d+ events: 1 differences\.$/);
    const { code, stdout } = await command('--json');
    expect(code).toBe(1);
    const parsed = stdout.trim().split('\n');
    expect(parsed.map(line => JSON.parse(line))).toEqual([
      { bookingId: booking.id, field: 'title', stored: 'Spoilt', folded: expect.stringContaining('Meeting') },
      { bookings: expect.any(Number), events: expect.any(Number), differences: 1 },
    ]);
    await graph.database.query('update scheduling.bookings set title = $2 where id = $1', [
      uuidOf(booking.id),
      booking.title,
    ]);
  });

  it('says what is missing', async () => {
    const failed = await run(process.execPath, ['dist/scripts/verify-bookings.js'], {
      cwd: projectFolder,
      env: {},
    }).catch(error => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('SCHEDULING_DATABASE_URL');
    expect(failed.stderr).toContain('ENCRYPTION_SECRETS');
  });

  /** Changes every booking that is looked at, after its rows were read and before its events are. */
  function changingMeanwhile(isAtOneMoment: boolean) {
    const moved = new Set<string>();
    return () => {
      const ctx = openContext();
      const events = ctx.loaders.eventsOfBooking;
      const load = events.load.bind(events);
      events.load = async bookingId => {
        if (!moved.has(bookingId)) {
          moved.add(bookingId);
          const input = { bookingId, idempotencyKey: once() };
          await graph.execute(ops.CancelBookingDocument, { input }, withKey);
        }
        return load(bookingId);
      };
      if (!isAtOneMoment) {
        ctx.em.begin = async () => {};
        ctx.em.rollback = async () => {};
      }
      return ctx;
    };
  }

  it('takes what changes meanwhile for no difference, because it looks at one moment', async () => {
    await book(graph, plain, slots[62]);
    expect((await verify(changingMeanwhile(true))).differences).toEqual([]);
    await book(graph, plain, slots[62]);
    const { differences } = await verify(changingMeanwhile(false));
    expect(differences).toContainEqual(
      expect.objectContaining({ field: 'status', stored: 'CONFIRMED', folded: 'CANCELLED' }),
    );
    expect((await verify()).differences).toEqual([]);
  });

  it('needs the same statements for one booking as for five hundred', async () => {
    const other = await startGraph();
    try {
      const host = await other.signUp();
      const { id } = await bookable(other, host);
      await book(other, id, (await slotsOf(other, id))[0]);
      const statementsOf = async () => {
        await other.database.resetStatements();
        const verified = await verifyBookings({
          openContext: () => other.apps.scheduling.openContext(servicePrincipal('test')),
          onDifference: difference => expect(difference).toBeNull(),
          onProgress: () => {},
        });
        return [verified.bookings, await other.database.countStatements('scheduling')];
      };
      const [, one] = await statementsOf();
      await copies(other, 499);
      expect(await statementsOf()).toEqual([500, one]);
      await copies(other, 501);
      // What there is in all is counted once.
      expect(await statementsOf()).toEqual([1001, 1 + 3 * ((one ?? 0) - 1)]);
    } finally {
      await other.stop();
    }
  }, 60_000);
});

const keyOf = (table: string) => (table === 'bookings' ? 'id' : 'booking_id');
const asymmetric = (field: string | RegExp) =>
  typeof field === 'string' ? field : expect.stringMatching(field);

/** Puts a booking's rows back as they were. */
async function restore(graph: TestGraph, bookingId: string, kept: ReadonlyMap<string, unknown[]>) {
  for (const table of ['claims', 'booking_hosts', 'attendees', 'booking_events'])
    await graph.database.query(`delete from scheduling.${table} where booking_id = $1`, [uuidOf(bookingId)]);
  const [row] = kept.get('bookings') ?? [];
  const fields = Object.keys(row as object).filter(name => name !== 'id');
  await graph.database.query(
    `update scheduling.bookings set (${fields.join()}) = (select ${fields.join()}
      from jsonb_populate_record(null::scheduling.bookings, $2)) where id = $1`,
    [uuidOf(bookingId), JSON.stringify(row)],
  );
  for (const table of ['claims', 'booking_hosts', 'attendees', 'booking_events'])
    await graph.database.query(
      `insert into scheduling.${table} select * from jsonb_populate_recordset(null::scheduling.${table}, $1)`,
      [JSON.stringify(kept.get(table))],
    );
}

/** Copies of the first booking, at other times of the same host. */
async function copies(graph: TestGraph, count: number): Promise<void> {
  await graph.database.query(
    `with first as (select b.*, e.data, e.actor_kind, e.actor_id, e.correlation_id, h.user_id
        from scheduling.bookings b join scheduling.booking_events e on e.booking_id = b.id
        join scheduling.booking_hosts h on h.booking_id = b.id order by b.id limit 1),
      made as (select uuidv7() as copy, n + (select count(*) from scheduling.bookings) as n, first.* from first, generate_series(1, $1) n),
      b as (insert into scheduling.bookings (id, organization_id, event_type_id, owner_id, status, title, starts_at, ends_at,
          guests, offered_host_ids, version, created_at, updated_at)
        select copy, organization_id, event_type_id, owner_id, 'CONFIRMED', title, starts_at + n * interval '1 day',
          ends_at + n * interval '1 day', '{}', '{}', 1, created_at, created_at from made returning id),
      h as (insert into scheduling.booking_hosts (booking_id, user_id, position, no_show) select copy, user_id, 1, false from made),
      c as (insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
        select organization_id, user_id, tstzrange(starts_at + n * interval '1 day', ends_at + n * interval '1 day'), 'BOOKING', copy from made)
    insert into scheduling.booking_events (booking_id, version, kind, data, actor_kind, actor_id, correlation_id, occurred_at)
    select copy, 1, 'CREATED', data - 'wallTime' || jsonb_build_object('title', title, 'attendees', '[]'::jsonb, 'location', null,
      'startsAt', extract(epoch from starts_at + n * interval '1 day') * 1000,
      'endsAt', extract(epoch from ends_at + n * interval '1 day') * 1000), actor_kind, actor_id, correlation_id, created_at from made`,
    [count],
  );
}
