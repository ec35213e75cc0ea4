import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { groupedByKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import type { HostFacts, SlotFacts, SlotRules } from '../domain/event-type.ts';
import type { Interval } from '../domain/interval.ts';
import type { RoundRobinCandidate } from '../domain/round-robin.ts';
import type { DayHours, Schedule } from '../domain/schedule.ts';
import { DAY_MS, dateOf, dayOf } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import type { WeekdayHours } from '../schedules/schedule.entity.ts';
import type { Tables } from '../tables.ts';

export interface Span {
  from: number;
  to: number;
}

/** Days around a span whose hours and overrides can matter: zones differ by up to 26 hours, hours run overnight. */
const MARGIN_DAYS = 4;

function toSchedule(
  timeZone: string,
  weekly: readonly WeekdayHours[],
  overrides: Schedule['overrides'],
): Schedule {
  return { timeZone, weekly: Map.groupBy(weekly, hours => hours.weekday), overrides };
}

interface FactsQuestion {
  eventType: EventTypeRow;
  /** Left out: the hosts of the event type. */
  hostIds?: readonly string[];
  span: Span;
  now: number;
}

async function loadHosts(em: EntityManager, { eventType, hostIds, span }: FactsQuestion) {
  const firstDate = dateOf(Math.floor(span.from / DAY_MS) - MARGIN_DAYS);
  const lastDate = dateOf(Math.floor(span.to / DAY_MS) + MARGIN_DAYS);
  const eventTypeId = uuidOf(eventType.id);
  const wanted = hostIds
    ? sql`unnest(${hostIds.map(uuidOf)}::uuid[]) with ordinality as u(id, position)`
    : sql`(select user_id as id, position from event_type_hosts where event_type_id = ${eventTypeId}::uuid) as u`;
  const { rows: hosts } = await sql<{
    user_id: string;
    time_zone: string | null;
    weekly_hours: WeekdayHours[] | null;
    overrides: { date: string; hours: DayHours[] }[] | null;
  }>`
    select u.id as user_id, s.time_zone, s.weekly_hours, (
      select json_agg(json_build_object('date', o.date, 'hours', o.hours)) from schedule_overrides o
      where o.schedule_id = s.id and o.date between ${firstDate}::date and ${lastDate}::date
    ) as overrides
    from ${wanted}
    left join event_type_hosts h on h.user_id = u.id and h.event_type_id = ${eventTypeId}::uuid
    left join schedules s on s.user_id = u.id and (s.id = h.schedule_id or (h.schedule_id is null and s.is_default))
    order by u.position`.execute(statements(em));
  return hosts;
}

interface ClaimsQuestion {
  userIds: readonly string[];
  span: Span;
  /** A booking whose own time does not count: it is about to give it up. */
  exceptBookingId?: string | undefined;
  /** Nobody else can take time of these people until the transaction ends. Locks in the order of ids. */
  isLocking?: boolean;
}

/** Time of people that is taken, as far as it can touch the span. Current as of this statement. */
async function loadBusy(em: EntityManager, question: ClaimsQuestion): Promise<Interval[][]> {
  const { userIds, span, exceptBookingId, isLocking = false } = question;
  const source = sql.ref(isLocking ? 'locked_claims_of' : 'claims_of');
  const around = sql`tstzrange(${new Date(span.from - 2 * DAY_MS)}, ${new Date(span.to + 2 * DAY_MS)})`;
  const except = exceptBookingId ? uuidOf(exceptBookingId) : null;
  const { rows: taken } = await sql<{ claimant_id: string; starts_at: number; ends_at: number }>`
    select * from ${source}(${userIds.map(uuidOf)}::uuid[], ${around}, ${except}::uuid)`.execute(
    statements(em),
  );
  const claims = taken.map(row => ({
    id: fromUuid('usr', row.claimant_id),
    start: row.starts_at,
    end: row.ends_at,
  }));
  return groupedByKey(userIds, claims, claim => claim.id);
}

/** The same facts with the time that is taken by now. */
export async function withCurrentBusy(
  em: EntityManager,
  facts: SlotFacts,
  question: Omit<ClaimsQuestion, 'userIds'>,
): Promise<SlotFacts> {
  if (facts.hosts.length === 0) return facts;
  const busy = await loadBusy(em, { ...question, userIds: facts.hosts.map(host => host.id) });
  return { ...facts, hosts: facts.hosts.map((host, index) => ({ ...host, busy: busy[index] ?? [] })) };
}

/** What round robin remembers of its hosts. To be read under their locks. */
export async function loadCandidates(em: EntityManager, eventTypeId: string): Promise<RoundRobinCandidate[]> {
  const hosts = await rows<Tables>(em)
    .selectFrom('EventTypeHost')
    .select(['userId', 'assignments', 'lastAssignedAt'])
    .where('eventTypeId', '=', eventTypeId)
    .execute();
  return hosts.map(({ userId, assignments, lastAssignedAt }) => ({
    hostId: userId,
    assignments,
    lastAssignedAt: lastAssignedAt?.getTime() ?? null,
  }));
}

/** Everything the engine needs to know about an event type and its hosts for a span of time, in two statements. */
export async function loadFacts(em: EntityManager, question: FactsQuestion): Promise<SlotFacts> {
  return withCurrentBusy(em, await loadHours(em, question), { span: question.span });
}

/** The same without taken time, for whoever reads that later, behind a lock. */
export async function loadHours(em: EntityManager, question: FactsQuestion): Promise<SlotFacts> {
  const { eventType, now } = question;
  const hosts = await loadHosts(em, question);
  const facts: HostFacts[] = hosts.map(host => {
    const overrides = new Map((host.overrides ?? []).map(({ date, hours }) => [dayOf(date), hours]));
    // Whoever has no schedule has no hours: they cannot be booked rather than always.
    const schedule = toSchedule(host.time_zone ?? 'UTC', host.weekly_hours ?? [], overrides);
    return { id: fromUuid('usr', host.user_id), schedule, busy: [] };
  });
  return {
    rules: toRules(eventType, hosts[0]?.time_zone ?? 'UTC'),
    hosts: facts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    now,
  };
}

function toRules(eventType: EventTypeRow, timeZone: string): SlotRules {
  const { durationMinutes, durationOptionsMinutes } = eventType;
  return {
    isActive: eventType.isActive,
    schedulingMode: eventType.schedulingMode,
    durations: [...new Set([durationMinutes, ...durationOptionsMinutes])],
    slotInterval: eventType.slotIntervalMinutes,
    bufferBefore: eventType.bufferBeforeMinutes,
    bufferAfter: eventType.bufferAfterMinutes,
    minimumNotice: eventType.minimumNoticeMinutes,
    windowDays: eventType.bookingWindowDays,
    timeZone,
  };
}
