import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { bookNth, type Crew, crewOf, fairnessOf, remembered, sharedType, startAt } from './kit/crew.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { decline } from './kit/lifecycle.ts';
import { bookingInput, cancel } from './kit/stories.ts';

const DAY_MS = 86_400_000;

describe('hosts who take turns', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let crew: Crew;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
  });
  beforeEach(async () => {
    crew = await crewOf(graph, 3);
  });
  afterAll(() => graph.stop());

  const ids = () => crew.members.map(({ id }) => id);
  const update = async (input: ops.UpdateEventTypeInput) => {
    const { updateEventType } = (
      await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: crew.leader.key })
    ).data;
    expect(updateEventType.__typename).toBe('EventTypeUpdated');
  };
  /** Who hosts the bookings of some slots, one after the other, as positions in the event type. */
  const deal = async (
    type: { id: string; nextWeek: { from: string; to: string } },
    from: number,
    to: number,
  ) => {
    const hosts: number[] = [];
    for (let index = from; index < to; index++)
      hosts.push(ids().indexOf((await bookNth(graph, type, index)).hostIds.at(-1) ?? ''));
    return hosts;
  };

  it('are never more than one booking from their share, and what is remembered is what was booked', async () => {
    const weights = [100, 250, 70];
    const type = await sharedType(
      graph,
      crew,
      { bookingWindow: { kind: 'UNLIMITED' } },
      weights.map(weight => ({ weight })),
    );
    const bookings = 50;
    const counts = [0, 0, 0];
    for (let made = 1; made <= bookings; made++) {
      const [host = -1] = await deal(type, made, made + 1);
      counts[host] = (counts[host] ?? 0) + 1;
      const apart = counts.map((count, index) => Math.abs(count - (made * (weights[index] ?? 0)) / 420));
      expect(Math.max(...apart)).toBeLessThanOrEqual(1);
    }
    const fairness = await fairnessOf(graph, crew, type.id);
    expect(fairness.hosts.map(({ count }) => count)).toEqual(counts);
    expect(await remembered(graph, type.id)).toEqual(counts);
    expect(fairness.total).toBe(bookings);
    expect(fairness.maximumDeviation).toBeLessThanOrEqual(1);
    expect(fairness.gini).toBeLessThan(0.2);
  }, 120_000);

  it('keep what settled a turn, for organizers', async () => {
    const type = await sharedType(graph, crew);
    const [a = '', b = '', c = ''] = ids();
    const first = await bookNth(graph, type, 0);
    const second = await bookNth(graph, type, 1);
    const third = await bookNth(graph, type, 1);
    const assignment = async (id: string, key?: string, manageToken?: string) => {
      const answer = await graph.execute(
        ops.BookingAssignmentDocument,
        { id, manageToken },
        key ? { key } : {},
      );
      const { assignments } = answer.body.data?.booking ?? {};
      return assignments === null ? null : assignments?.[0];
    };
    const { key } = crew.leader;
    const sorted = [a, b, c].sort();
    expect(await assignment(first.id, key)).toMatchObject({
      version: 1,
      decidedBy: 'LOWEST_ID',
      host: { id: sorted[0] },
      turnOf: { id: sorted[0] },
      candidates: sorted.map(id => ({
        host: { id },
        weight: 100,
        priority: 'MEDIUM',
        count: 0,
        calibration: 0,
        isFree: true,
        shortfall: 1 / 3,
      })),
    });
    expect(await assignment(second.id, key)).toMatchObject({
      decidedBy: 'LOWEST_ID',
      host: { id: sorted[1] },
    });
    const last = await assignment(third.id, key);
    expect(last).toMatchObject({ decidedBy: 'TURN', host: { id: sorted[2] } });
    expect(last?.candidates.map(({ isFree, count }) => [isFree, count])).toEqual([
      [true, 1],
      [false, 1],
      [true, 0],
    ]);
    // Its host is an organizer too; others on the team, guests and everybody else are not.
    const hostOf = (id: string | undefined) => crew.members.find(member => member.id === id)?.key;
    expect(await assignment(first.id, hostOf(sorted[0]))).toMatchObject({ decidedBy: 'LOWEST_ID' });
    expect(await assignment(first.id, hostOf(sorted[1]))).toBeFalsy();
    expect(await assignment(first.id, hostOf(sorted[1]), first.manageToken)).toBeNull();
    expect(await assignment(first.id, undefined, first.manageToken)).toBeFalsy();
  });

  it('have a booking given back that is cancelled', async () => {
    const type = await sharedType(graph, crew);
    const [first] = [
      await bookNth(graph, type, 0),
      await bookNth(graph, type, 1),
      await bookNth(graph, type, 2),
    ];
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    await cancel(graph, first);
    expect((await bookNth(graph, type, 3)).hostIds).toEqual(first.hostIds);
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    expect((await fairnessOf(graph, crew, type.id)).hosts.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('have a booking given back that nobody confirmed, be it declined or overtaken by time', async () => {
    const type = await sharedType(graph, crew, { requiresConfirmation: true });
    const [first, second] = [await bookNth(graph, type, 0), await bookNth(graph, type, 1)];
    await bookNth(graph, type, 2);
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    await decline(graph, crew.leader, first.id);
    expect(await remembered(graph, type.id)).toEqual(ids().map(id => Number(!first.hostIds.includes(id))));
    // The second is due at its start, the third five minutes later.
    clock.advance(Date.parse(second.startsAt) - clock.now());
    expect(await expireBookings(graph.apps.scheduling.openContext(servicePrincipal('scheduling')))).toBe(1);
    const left = ids().map(id => Number(![...first.hostIds, ...second.hostIds].includes(id)));
    expect(await remembered(graph, type.id)).toEqual(left);
    expect((await fairnessOf(graph, crew, type.id)).hosts.map(({ count }) => count)).toEqual(left);
  });

  it('take their turn with a slot that is held, and keep why when it is booked', async () => {
    const type = await sharedType(graph, crew);
    const hold = async (index: number) => {
      const input = {
        eventTypeId: type.id,
        startsAt: startAt(type, index),
        idempotencyKey: `hold ${Math.random()}`,
      };
      const { holdSlot } = (await graph.execute(ops.HoldSlotDocument, { input })).data;
      if (holdSlot.__typename !== 'SlotHeld') throw new Error(JSON.stringify(holdSlot));
      return holdSlot;
    };
    const holds = [await hold(0), await hold(1), await hold(2)];
    expect(await remembered(graph, type.id)).toEqual([0, 0, 0]);
    const hosts: string[] = [];
    for (const [index, { holdToken }] of holds.entries()) {
      const input = { ...bookingInput(type.id, { startsAt: startAt(type, index), endsAt: '' }), holdToken };
      const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
      if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
      const { id } = createBooking.booking;
      const { booking } = (
        await graph.execute(ops.BookingAssignmentDocument, { id }, { key: crew.leader.key })
      ).data;
      hosts.push(booking?.assignments?.[0]?.host.id ?? '');
      expect(booking?.assignments?.[0]?.candidates.map(({ count }) => count)).toEqual(
        ids()
          .toSorted()
          .map(other => Number(hosts.slice(0, index).includes(other))),
      );
    }
    expect(new Set(hosts)).toEqual(new Set(ids()));
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    // One that is given up is nobody's turn any more: whoever had it is next again.
    const { holdToken } = await hold(3);
    await graph.execute(ops.ReleaseHoldDocument, { input: { holdToken } });
    const next = await bookNth(graph, type, 4);
    expect(next.hostIds).toEqual([hosts[0]]);
  });

  describe.each([
    ['its host', 'hosts'],
    ['its guest', 'attendees'],
  ] as const)('and %s does not come to a booking', (_who, side) => {
    it.each([
      [false, 0],
      [true, 1],
    ])('count it if that is set: %j', async (countsNoShows, count) => {
      const type = await sharedType(graph, crew, { roundRobin: { countsNoShows } });
      const booking = await bookNth(graph, type, 0);
      clock.advance(Date.parse(booking.startsAt) - clock.now());
      const whom = {
        hosts: { hostIds: booking.hostIds },
        attendees: {
          attendeeIds: (
            await graph.database.query<{ id: string }>(
              `select id from scheduling.attendees where booking_id = $1`,
              [uuidOf(booking.id)],
            )
          ).map(({ id }) => fromUuid('att', id)),
        },
      };
      const mark = async (noShow: boolean) => {
        const input = {
          bookingId: booking.id,
          noShow,
          ...whom[side],
          idempotencyKey: `key ${Math.random()}`,
        };
        const { markNoShow } = (
          await graph.execute(ops.MarkNoShowDocument, { input }, { key: crew.leader.key })
        ).data;
        expect(markNoShow.__typename).toBe('NoShowMarked');
      };
      const total = async () => [
        (await remembered(graph, type.id)).reduce((sum, one) => sum + one, 0),
        (await fairnessOf(graph, crew, type.id)).total,
      ];
      await mark(true);
      expect(await total()).toEqual([count, count]);
      await mark(false);
      expect(await total()).toEqual([1, 1]);
      await mark(true);
      await cancel(graph, booking);
      expect(await total()).toEqual([0, 0]);
    });
  });

  it('start level with the others when they come later, and would get everything otherwise', async () => {
    const two = { ...crew, members: crew.members.slice(0, 2) };
    const type = await sharedType(graph, two);
    await deal(type, 0, 12);
    await update({ id: type.id, hosts: ids().map(userId => ({ userId })) });
    const dealt = await deal(type, 12, 24);
    expect([0, 1, 2].map(host => dealt.filter(taken => taken === host).length)).toEqual([4, 4, 4]);
    // The control: without calibration the new host has twelve bookings to make up for.
    await graph.database.query('update scheduling.event_type_hosts set calibration = 0');
    expect(await deal(type, 24, 28)).toEqual([2, 2, 2, 2]);
  });

  it('get other shares from now on when weights change', async () => {
    const type = await sharedType(graph, crew);
    await deal(type, 0, 12);
    const weights = [300, 100, 100];
    await update({
      id: type.id,
      hosts: ids().map((userId, index) => ({ userId, weight: weights[index] ?? 1 })),
    });
    const dealt = await deal(type, 12, 22);
    expect([0, 1, 2].map(host => dealt.filter(taken => taken === host).length)).toEqual([6, 2, 2]);
  });

  it('are counted anew every week', async () => {
    const type = await sharedType(graph, crew, { roundRobin: { resetInterval: 'WEEKLY' } }, [
      { weight: 1000 },
    ]);
    await deal(type, 0, 12);
    expect(await remembered(graph, type.id)).toEqual([10, 1, 1]);
    await update({ id: type.id, hosts: ids().map(userId => ({ userId })) });
    await deal(type, 12, 15);
    clock.advance(7 * DAY_MS);
    // Last week's debts are forgotten: each has one before anybody has two.
    const later = {
      ...type,
      nextWeek: { from: new Date(Date.parse(type.nextWeek.from) + 7 * DAY_MS).toISOString(), to: '' },
    };
    expect((await deal(later, 100, 103)).sort()).toEqual([0, 1, 2]);
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    expect((await fairnessOf(graph, crew, type.id)).total).toBe(18);
  });

  it('go by priority first, and the lowest host when nobody else is free', async () => {
    const type = await sharedType(graph, crew, {}, [{ priority: 'LOWEST' }, {}, { priority: 'HIGHEST' }]);
    expect(await deal(type, 0, 3)).toEqual([2, 2, 2]);
    expect([...(await deal(type, 0, 1)), ...(await deal(type, 0, 1))]).toEqual([1, 0]);
  });

  it('host with those who always do', async () => {
    const type = await sharedType(graph, crew, {}, [{}, { isFixed: true }, {}]);
    const bookings = [await bookNth(graph, type, 0), await bookNth(graph, type, 1)];
    const [a, fixed, c] = ids();
    expect(bookings.map(({ hostIds }) => hostIds[0])).toEqual([fixed, fixed]);
    expect(new Set(bookings.map(({ hostIds }) => hostIds[1]))).toEqual(new Set([a, c]));
    // The fixed host is taken: nobody can be booked, though two others are free.
    const refused = await graph.execute(ops.CreateBookingDocument, {
      input: {
        eventTypeId: type.id,
        startsAt: startAt(type, 0),
        attendee: { name: 'Late', email: 'late@example.com', timeZone: 'UTC' },
        idempotencyKey: 'late',
      },
    });
    expect(refused.data.createBooking.__typename).toBe('SlotUnavailable');
    expect((await fairnessOf(graph, crew, type.id)).hosts.map(({ host }) => host.id)).toEqual([a, c]);
  });

  const move = async (booking: { id: string; manageToken: string }, startsAt: string) => {
    const input = {
      bookingId: booking.id,
      manageToken: booking.manageToken,
      startsAt,
      idempotencyKey: startsAt,
    };
    const { rescheduleBooking } = (await graph.execute(ops.RescheduleBookingDocument, { input })).data;
    if (rescheduleBooking.__typename !== 'BookingRescheduled')
      throw new Error(JSON.stringify(rescheduleBooking));
    const { key } = crew.leader;
    return (await graph.execute(ops.BookingAssignmentDocument, { id: booking.id }, { key })).data.booking;
  };

  it('keep a booking that moves', async () => {
    const type = await sharedType(graph, crew);
    const [first] = [await bookNth(graph, type, 0), await bookNth(graph, type, 1)];
    expect((await move(first, startAt(type, 5)))?.hosts.map(({ id }) => id)).toEqual(first.hostIds);
    expect((await remembered(graph, type.id)).sort()).toEqual([0, 1, 1]);
  });

  it('take turns anew for a booking that moves, where that is set', async () => {
    const type = await sharedType(graph, crew, { roundRobin: { sameHostOnReschedule: false } });
    const first = await bookNth(graph, type, 0);
    const others = [await bookNth(graph, type, 1), await bookNth(graph, type, 2)];
    // Whoever had it is the only one who has none without it: it stays theirs.
    const same = await move(first, startAt(type, 5));
    expect(same?.hosts.map(({ id }) => id)).toEqual(first.hostIds);
    // Now another has none.
    await cancel(graph, others[0] as (typeof others)[0]);
    await bookNth(graph, type, 5);
    const [before] = await graph.database.query(`select count(*)::int as claims from scheduling.claims`);
    const moved = await move(first, startAt(type, 7));
    expect(moved?.assignments).toMatchObject([{ version: 3, decidedBy: expect.any(String) }]);
    expect((await graph.database.query(`select count(*)::int as claims from scheduling.claims`))[0]).toEqual(
      before,
    );
    expect(await remembered(graph, type.id)).toEqual([1, 1, 1]);
    expect((await fairnessOf(graph, crew, type.id)).maximumDeviation).toBe(0);
    // Where its host was taken, somebody else takes it, and its title and time go with it.
    const host = moved?.hosts[0]?.id ?? '';
    await graph.database.query(
      `insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
       select organization_id, $1, tstzrange($2, $2::timestamptz + interval '5 min'), 'BOOKING', id
       from scheduling.bookings where id = $3`,
      [uuidOf(host), startAt(type, 20), uuidOf(others[0]?.id ?? '')],
    );
    const again = await move(first, startAt(type, 20));
    expect(again?.hosts[0]?.id).not.toBe(host);
    expect(again?.title).not.toBe(moved?.title);
    expect(again?.assignments).toMatchObject([{ version: 4, host: { id: again?.hosts[0]?.id } }]);
    expect((await remembered(graph, type.id)).sort()).toEqual([0, 1, 2]);
    const claims = await graph.database.query(
      `select h.user_id = c.claimant_id as fits, lower(c.during) = b.starts_at as "isThen" from scheduling.claims c
       join scheduling.booking_hosts h using (booking_id) join scheduling.bookings b on b.id = c.booking_id
       where b.id = $1`,
      [uuidOf(first.id)],
    );
    expect(claims).toEqual([{ fits: true, isThen: true }]);
  });

  it('are not offered when they are too far ahead, and are told why', async () => {
    const type = await sharedType(graph, crew, { roundRobin: { maximumLead: 2 } });
    const [a = '', b = '', c = ''] = ids();
    const free = async (index: number) => {
      const { from, to } = type.nextWeek;
      const variables = { eventTypeId: type.id, from, to, timeZone: 'UTC', first: 100 };
      const { slots } = (await graph.execute(ops.SlotsDocument, variables)).data;
      const slot = slots.edges.find(
        ({ node }) => Date.parse(node.startsAt) === Date.parse(startAt(type, index)),
      );
      return slot?.node.hosts.map(({ id }) => id).sort();
    };
    const [first, second, third] = [
      await bookNth(graph, type, 0),
      await bookNth(graph, type, 0),
      await bookNth(graph, type, 0),
    ];
    // One host cancels all of theirs: the others are one ahead, then two.
    await cancel(graph, third);
    const behind = third.hostIds[0] ?? '';
    const keepBusy = (index: number) =>
      graph.database.query(
        `insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
         select organization_id, $1, tstzrange($2, $2::timestamptz + interval '5 min'), 'BOOKING', id
         from scheduling.bookings where id = $3`,
        [uuidOf(behind), startAt(type, index), uuidOf(third.id)],
      );
    await keepBusy(1);
    const two = [await bookNth(graph, type, 1), await bookNth(graph, type, 1)].map(
      ({ hostIds }) => hostIds[0],
    );
    expect(new Set([...two, behind])).toEqual(new Set([a, b, c]));
    expect(new Set([first, second].flatMap(({ hostIds }) => hostIds))).toEqual(new Set(two));
    expect(await free(2)).toEqual([behind]);
    await keepBusy(2);
    expect(await free(2)).toBeUndefined();
    const asked = { eventTypeId: type.id, startsAt: startAt(type, 2) };
    const { explainSlot } = (await graph.execute(ops.ExplainSlotDocument, asked)).data;
    const failed = explainSlot.verdicts.filter(({ passed }) => !passed);
    expect(failed.map(({ rule }) => rule).sort()).toEqual(['CONFLICT', 'LEAD', 'LEAD']);
    const input = {
      eventTypeId: type.id,
      startsAt: startAt(type, 2),
      attendee: { name: 'Late', email: 'late@example.com', timeZone: 'UTC' },
      idempotencyKey: 'too far ahead',
    };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    expect(createBooking.__typename).toBe('SlotUnavailable');
    // Once the one behind has taken one, the others may again.
    await bookNth(graph, type, 3);
    expect(await free(4)).toEqual([a, b, c].sort());
  });

  it('show how they take turns to managers, and what makes no sense is refused', async () => {
    const type = await sharedType(graph, crew, { roundRobin: { resetInterval: 'MONTHLY', maximumLead: 5 } }, [
      { weight: 7, priority: 'HIGH' },
      { isFixed: true },
    ]);
    const settings = async (key: string) =>
      (await graph.execute(ops.RoundRobinSettingsDocument, { id: type.id }, { key })).data.eventType;
    const [a, b, c] = ids();
    expect(await settings(crew.leader.key)).toMatchObject({
      roundRobin: {
        resetInterval: 'MONTHLY',
        countsNoShows: false,
        sameHostOnReschedule: true,
        maximumLead: 5,
      },
      hosts: [
        { user: { id: a }, weight: 7, priority: 'HIGH', isFixed: false },
        { user: { id: b }, weight: 100, priority: 'MEDIUM', isFixed: true },
        { user: { id: c }, weight: 100, priority: 'MEDIUM', isFixed: false },
      ],
    });
    const hosts = (await settings(crew.members[0]?.key ?? ''))?.hosts;
    expect(hosts?.map(({ weight, priority }) => [weight, priority])).toEqual(hosts?.map(() => [null, null]));
    // Who stays keeps their weight when only names are given.
    await update({ id: type.id, hostIds: ids() });
    expect((await settings(crew.leader.key))?.hosts[0]).toMatchObject({ weight: 7, priority: 'HIGH' });
    const refusal = async (input: Partial<ops.UpdateEventTypeInput>) => {
      const variables = { input: { id: type.id, ...input } };
      const answer = await graph.execute(ops.UpdateEventTypeDocument, variables, { key: crew.leader.key });
      return [answer.code, answer.errors[0]?.extensions.field];
    };
    const host = (more: object) => ids().map(userId => ({ userId, ...more }));
    expect(await refusal({ hosts: host({ weight: 0 }) })).toEqual(['BAD_USER_INPUT', 'hosts[0].weight']);
    expect(await refusal({ hosts: host({ weight: 1001 }) })).toEqual(['BAD_USER_INPUT', 'hosts[0].weight']);
    expect(await refusal({ hosts: host({ isFixed: true }) })).toEqual(['BAD_USER_INPUT', 'hosts']);
    expect(await refusal({ roundRobin: { maximumLead: 0 } })).toEqual([
      'BAD_USER_INPUT',
      'roundRobin.maximumLead',
    ]);
  });

  it('are judged by those who manage them only, with one statement however much was booked', async () => {
    const type = await sharedType(graph, crew);
    const variables = { eventTypeId: type.id, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    for (const key of [crew.members[0]?.key ?? '', (await graph.signUp()).key])
      expect((await graph.execute(ops.FairnessDocument, variables, { key })).code).toBe('NOT_FOUND');
    const backwards = { ...variables, from: variables.to, to: variables.from };
    expect((await graph.execute(ops.FairnessDocument, backwards, { key: crew.leader.key })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect(await fairnessOf(graph, crew, type.id)).toMatchObject({ total: 0, maximumLead: 0, gini: 0 });
    const cost = async () => {
      await fairnessOf(graph, crew, type.id);
      await graph.database.resetStatements();
      await fairnessOf(graph, crew, type.id);
      return graph.database.countStatements('scheduling');
    };
    const before = await cost();
    await deal(type, 0, 6);
    expect(await cost()).toBe(before);
    const none = { ...variables, to: '2020-02-01T00:00:00Z' };
    const { key } = crew.leader;
    expect((await graph.execute(ops.FairnessDocument, none, { key })).data.fairness.total).toBe(0);
  });
});
