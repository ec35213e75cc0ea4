import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId, uuidOf } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { appendEvent } from '#platform/outbox.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { completeEvent } from '#platform/transaction.ts';
import { agreeOnHosts } from '../bookings/agree-on-hosts.ts';
import { beforehand, changeOnce } from '../bookings/idempotent-change.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, range } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import { loadHours, withTakenTime } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { readWish } from '../slots/read-wish.ts';
import { holdEvent } from './hold.events.ts';
import { type HoldRow, hashHoldToken, mintHoldToken } from './hold-token.ts';
import { readMinutes } from './read-minutes.ts';
import { countedAddress, requireFewHolds } from './require-few-holds.ts';

interface NewHold {
  eventTypeId: string;
  startsAt: Date;
  durationMinutes?: number | null;
  minutes?: number | null;
  privateLink?: string | null;
  idempotencyKey?: string | null;
}

export interface HoldReceipt {
  holdToken: string;
  expiresAt: string;
  slot: { start: number; end: number; hostIds: string[] };
}

/** Keeps a slot for whoever gets the token: for everybody else it is taken, until it is booked, given back or expires. */
export async function holdSlot(
  ctx: SchedulingContext,
  input: NewHold,
): Promise<Result<HoldReceipt, SlotRefusal>> {
  const id = requireId('etp', input.eventTypeId, 'eventTypeId');
  const eventType = await ctx.loaders.eventType.load(id);
  if (!eventType) throw notFound('event type');
  const { organizationId, ownerId } = eventType;
  const plan = await beforehand(() => planHold(ctx, eventType, input));
  const held = await changeOnce<HoldReceipt, Taken>(ctx, {
    operation: 'holdSlot',
    organizationId,
    input,
    async work(em, keep) {
      const { minutes, wish, facts } = plan();
      await requireFewHolds(ctx, em);
      const agreed = await agreeOnHosts(em, { facts, wish });
      if (!agreed.ok) return agreed;
      if (agreed.value.kind === 'SEAT') throw new Error('A slot without seats has one to offer.');
      const { hostIds, placeIds, resourceIds, turns } = agreed.value;
      const [only, ...more] = turns;
      const meeting = { start: wish.start, end: wish.start + wish.duration * MINUTE_MS };
      const token = mintHoldToken();
      const expiresAt = ctx.clock.now() + minutes * MINUTE_MS;
      const hold = {
        id: newId('hld'),
        ...{ organizationId, ownerId, hostIds, placeIds, resourceIds, expiresAt },
        // Of several turns only the outcome is kept.
        decision: only && more.length === 0 ? only.decision : null,
        eventTypeId: eventType.id,
        startsAt: meeting.start,
        endsAt: meeting.end,
        extensions: 0,
        outcome: null,
        isSwept: false,
      };
      const receipt: HoldReceipt = {
        holdToken: token,
        expiresAt: new Date(expiresAt).toISOString(),
        slot: { ...meeting, hostIds },
      };
      const during = range(claimedTime(meeting, facts.rules));
      await insertHold(ctx, em, { hold, token, during, kept: keep(receipt) });
      return ok(receipt);
    },
  }).catch(asOvertaken);
  if (held.ok) return held;
  const { wish, facts } = plan();
  const current = held.error.facts ?? (await withTakenTime(ctx.em, facts));
  return err(refuseSlot(current, wish, held.error.reasons));
}

/** What can be read and refused before the transaction. */
async function planHold(ctx: SchedulingContext, eventType: EventTypeRow, input: NewHold) {
  if (!(await findEventType(ctx, eventType.id, input.privateLink))) throw notFound('event type');
  if (eventType.seatsPerSlot !== null)
    throw badInput('eventTypeId', 'Seats cannot be held: others may join the same slot. Book one.');
  const minutes = readMinutes(input.minutes);
  const wish = readWish(eventType, input);
  const now = ctx.clock.now();
  const facts = await loadHours(ctx.em, { eventType, span: searchSpan(wish.start, now), now });
  return { minutes, wish, facts };
}

type Sql = ReturnType<typeof range>;

/** The hold, its claims on the time of its hosts and rooms, the news of it and the job that ends it, in one statement. */
async function insertHold(
  ctx: SchedulingContext,
  em: EntityManager,
  { hold, token, during, kept }: { hold: HoldRow; token: string; during: Sql; kept: Sql },
): Promise<void> {
  const now = ctx.clock.now();
  const uuids = (ids: readonly string[]) => sql`${ids.map(uuidOf)}::uuid[]`;
  const id = sql`${uuidOf(hold.id)}::uuid`;
  const organization = sql`${uuidOf(hold.organizationId)}::uuid`;
  const expiresAt = new Date(hold.expiresAt);
  const news = completeEvent(ctx, holdEvent('hold.created', hold));
  const job = addJob('scheduling', { task: 'expire-holds', payload: {}, afterMs: hold.expiresAt - now });
  await sql`
    with hold as (
      insert into holds (id, organization_id, event_type_id, owner_id, token_hash, client_address, starts_at, ends_at,
        host_ids, place_ids, resource_ids, decision, created_at, expires_at)
      values (${id}, ${organization}, ${uuidOf(hold.eventTypeId)}::uuid, ${hold.ownerId}, ${hashHoldToken(token)},
        ${countedAddress(ctx)}, ${new Date(hold.startsAt)}, ${new Date(hold.endsAt)}, ${uuids(hold.hostIds)},
        ${uuids(hold.placeIds)}, ${uuids(hold.resourceIds)}, ${hold.decision && JSON.stringify(hold.decision)}::jsonb,
        ${new Date(now)}, ${expiresAt})
    ),
    taken as (
      insert into claims (organization_id, claimant_id, during, source, hold_id, expires_at)
      select ${organization}, claimant, ${during}, 'HOLD', ${id}, ${expiresAt}
      from unnest(${uuids([...hold.hostIds, ...hold.resourceIds])}) as claimant
    ),
    kept as (${kept})
    select ${appendEvent(news, ctx.consumersOf(news.name))}, ${job}`.execute(statements(em));
}
