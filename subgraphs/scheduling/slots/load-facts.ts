import type { EntityManager } from '@mikro-orm/postgresql';
import { loadTurnTakers } from '../assignments/choose-turn.ts';
import type { BookingWindow, HostGroup, SlotFacts, SlotRules } from '../domain/event-type.ts';
import { peopleOf, withEach } from '../domain/people.ts';
import { tooFarAhead } from '../domain/round-robin.ts';
import type { Schedule } from '../domain/schedule.ts';
import { factsSpan } from '../domain/slots.ts';
import { dayOf } from '../domain/zone.ts';
import type { EventTypeRow, StoredBookingWindow } from '../event-types/event-type.entity.ts';
import { loadResources } from '../resources/load-resources.ts';
import { loadClaimants } from './load-busy.ts';
import { type CalendarState, type LoadedHosts, loadHosts, type Span } from './load-hosts.ts';
import { countLimits, type LimitPlan, limitLocks, planLimits } from './load-limits.ts';
import { loadRestriction } from './load-restriction.ts';
import { loadSeated, type SeatedRow } from './load-seated.ts';

export type { Span } from './load-hosts.ts';

interface FactsQuestion {
  eventType: EventTypeRow;
  /** Left out: the hosts of the event type. */
  hostIds?: readonly string[];
  /** Of the hosts only these count, whom a form led a guest to; `null`: all. */
  routedHostIds?: readonly string[] | null | undefined;
  /** Starts of slots that are asked for. */
  span: Span;
  now: number;
  /** The guest's address, where limits of guests are to be checked. */
  bookerEmail?: string;
}

/** Facts, and what it takes to bring them up to date. */
export interface LoadedFacts extends SlotFacts {
  readonly calendars: CalendarState;
  readonly eventType: EventTypeRow;
  readonly limitPlan: LimitPlan;
  readonly seated: readonly SeatedRow[];
  /** Not all hosts of the event type are meant: nor are bookings of others that could be joined. */
  readonly isRouted?: boolean;
  /** What was loaded: more than was asked for. */
  readonly span: Span;
}

/** Everything the engine needs to know about an event type and its hosts; the number of statements does not depend on theirs. */
export async function loadFacts(em: EntityManager, question: FactsQuestion): Promise<LoadedFacts> {
  return withTakenTime(em, await loadHours(em, question));
}

/** The same without what is taken, for whoever reads that later, behind a lock. */
export async function loadHours(em: EntityManager, question: FactsQuestion): Promise<LoadedFacts> {
  const { eventType, hostIds, now, bookerEmail } = question;
  const bookingWindow = toWindow(eventType.bookingWindow);
  const span = factsSpan(
    { window: bookingWindow, isFirstOfDayOnly: eventType.isFirstOfDayOnly },
    question.span.from,
    question.span.to,
    now,
  );
  const loaded = await loadHosts(em, { eventTypeId: eventType.id, hostIds, span });
  const { hosts, timeZone, calendars } = loaded;
  const { restrictionScheduleId } = eventType;
  const restriction = restrictionScheduleId ? await loadRestriction(em, restrictionScheduleId) : null;
  const limitPlan = planLimits({ eventType, hosts: loaded, bookerEmail });
  const rules = { ...toRules(eventType, timeZone, restriction), window: bookingWindow };
  const facts = { rules, hosts, now, calendars, eventType, limitPlan, seated: [], span };
  const routed = question.routedHostIds ? withOnly(facts, question.routedHostIds) : facts;
  const { hostGroups, resourceRequirements } = eventType;
  if (hostGroups.length + resourceRequirements.length === 0) return routed;
  return {
    ...routed,
    ...(hostGroups.length > 0 && !hostIds && { groups: toGroups(hostGroups, loaded) }),
    ...(resourceRequirements.length > 0 && { resources: await loadResources(em, eventType) }),
  };
}

/** The rules of the event type and its calendar stay what they are: fewer people take the booking. */
function withOnly(facts: LoadedFacts, hostIds: readonly string[]): LoadedFacts {
  return { ...facts, hosts: facts.hosts.filter(host => hostIds.includes(host.id)), isRouted: true };
}

function toGroups(groups: EventTypeRow['hostGroups'], { hosts, groupOf }: LoadedHosts): HostGroup[] {
  return groups.map(({ name, required }) => ({
    name,
    required,
    hostIds: hosts.map(({ id }) => id).filter(id => groupOf.get(id) === name),
  }));
}

interface TakenQuestion {
  /** A booking whose own time does not count: it is about to give it up. */
  exceptBookingId?: string | undefined;
  /** Nobody else can take time of these people, or count towards these limits, until the transaction ends. */
  isLocking?: boolean;
}

/** The same facts with what is taken by now. Locks in the order of ids: two bookings cannot wait for each other. */
export async function withTakenTime(
  em: EntityManager,
  facts: LoadedFacts,
  { exceptBookingId, isLocking = false }: TakenQuestion = {},
): Promise<LoadedFacts> {
  const { eventType, now, span } = facts;
  const locks = isLocking ? limitLocks(facts.limitPlan, eventType.id) : null;
  const { hosts, resources } = await loadClaimants(
    em,
    { hosts: facts.hosts, resources: facts.resources },
    { span, exceptBookingId, now, locks },
  );
  const isShared = facts.rules.seats !== null;
  const seated = isShared ? await loadSeated(em, { eventTypeId: eventType.id, span, exceptBookingId }) : [];
  const people = peopleOf(hosts);
  const joinable = facts.isRouted
    ? seated.filter(booking => booking.hostIds.every(id => people.has(id)))
    : seated;
  const limits = await countLimits(em, facts.limitPlan, { eventType, span, now, exceptBookingId });
  const counted =
    facts.limitPlan.length > 0 ? withEach(hosts, host => ({ limits: limits.ofHost(host.id) })) : hosts;
  const known = await withLeads(em, { ...facts, hosts: counted }, exceptBookingId);
  return { ...known, seated: joinable, limits: limits.shared, ...(resources && { resources }) };
}

/** Says who is too far ahead to take more turns, where an event type cares. */
async function withLeads(em: EntityManager, facts: LoadedFacts, exceptBookingId?: string) {
  const { eventType, rules, now } = facts;
  const { maximumLead } = eventType.roundRobin;
  if (maximumLead === null || rules.schedulingMode !== 'ROUND_ROBIN') return facts;
  const question = { eventType, timeZone: rules.timeZone, now, exceptBookingId };
  const ahead = tooFarAhead(await loadTurnTakers(em, question), maximumLead);
  return { ...facts, hosts: facts.hosts.map(host => ({ ...host, isTooFarAhead: ahead.has(host.id) })) };
}

function toWindow(stored: StoredBookingWindow): BookingWindow {
  if (stored.kind !== 'DATES') return stored;
  return { kind: 'DATES', firstDay: dayOf(stored.firstDate), lastDay: dayOf(stored.lastDate) };
}

function toRules(
  eventType: EventTypeRow,
  timeZone: string,
  restriction: Schedule | null,
): Omit<SlotRules, 'window'> {
  const { durationMinutes, durationOptionsMinutes } = eventType;
  return {
    isActive: eventType.isActive,
    isTemplate: eventType.lockedFields !== null,
    schedulingMode: eventType.schedulingMode,
    durations: [...new Set([durationMinutes, ...durationOptionsMinutes])],
    slotInterval: eventType.slotIntervalMinutes,
    startOffset: eventType.startOffsetMinutes,
    isOptimized: eventType.isOptimized,
    isFirstOfDayOnly: eventType.isFirstOfDayOnly,
    bufferBefore: eventType.bufferBeforeMinutes,
    bufferAfter: eventType.bufferAfterMinutes,
    padsForeignEvents: eventType.padsForeignEvents,
    minimumNotice: eventType.minimumNoticeMinutes,
    restriction,
    seats: eventType.seatsPerSlot,
    timeZone,
  };
}
