import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { HostFacts } from '../domain/event-type.ts';
import type { Schedule } from '../domain/schedule.ts';
import { type Slot, slots } from '../domain/slots.ts';
import { dayOf } from '../domain/zone.ts';
import { requireKnownSchedule } from '../event-types/choose-hosts.ts';
import { givenSettings, requireSoundSettings } from '../event-types/event-type-settings.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { requireOwnResources } from '../resources/read-requirements.ts';
import { requireSoundHours, toDayHours } from '../schedules/local-times.ts';
import { weekdays } from '../schedules/schedule.graphql.ts';
import type { SimulatedScheduleInput, SimulateSlotsInput, SlotSimulation } from './availability.graphql.ts';
import { loadFacts } from './load-facts.ts';
import { readSpan } from './slot-span.ts';
import { slotView } from './slot-view.ts';

const SHOWN = 1000;

/** Slots as drafts of an event type or of hours would make them, against the real calendars. Stores nothing. */
export async function simulateSlots(
  ctx: SchedulingContext,
  input: SimulateSlotsInput,
): Promise<SlotSimulation> {
  const span = readSpan(input);
  const eventType = await findEventType(ctx, requireId('etp', input.eventTypeId, 'eventTypeId'));
  if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
  const draft = input.eventType ?? {};
  requireSoundSettings(draft);
  const simulated = { ...eventType, ...givenSettings(draft) };
  const now = ctx.clock.now();
  const current = await loadFacts(ctx.em, { eventType, span, now });
  const people = [ctx.viewer.id, ...current.hosts.map(host => host.id)];
  await requireKnownSchedule(ctx.em, draft.restrictionScheduleId, people);
  await requireOwnResources(ctx.em, eventType.ownerId, simulated.resourceRequirements);
  const loaded = await loadFacts(ctx.em, { eventType: simulated, span, now });
  const hosts = input.schedule ? withHours(loaded.hosts, input.schedule) : loaded.hosts;
  const duration = input.durationMinutes ?? simulated.durationMinutes;
  if (!loaded.rules.durations.includes(duration)) {
    throw badInput('durationMinutes', `The draft offers ${loaded.rules.durations.join(', ')} minutes.`);
  }
  const before = slots(current, { ...span, duration: input.durationMinutes ?? eventType.durationMinutes });
  const after = slots({ ...loaded, hosts }, { ...span, duration });
  const shown = (list: readonly Slot[]) => list.slice(0, SHOWN).map(slot => slotView(slot, input.timeZone));
  return {
    before: before.length,
    after: after.length,
    slots: shown(after),
    added: shown(without(after, before)),
    removed: shown(without(before, after)),
  };
}

function without(list: readonly Slot[], others: readonly Slot[]): Slot[] {
  const starts = new Set(others.map(slot => slot.start));
  return list.filter(slot => !starts.has(slot.start));
}

function withHours(hosts: readonly HostFacts[], input: SimulatedScheduleInput): HostFacts[] {
  if (input.hours.length > 100) throw badInput('schedule.hours', 'A week has up to 100 stretches of hours.');
  if (input.overrides.length > 366)
    throw badInput('schedule.overrides', 'Up to 366 dates can be overridden.');
  const hostId = input.hostId ? requireId('usr', input.hostId, 'schedule.hostId') : null;
  if (hostId && !hosts.some(host => host.id === hostId)) throw notFound('host');
  const hours = input.hours.map(item => ({
    weekday: weekdays.indexOf(item.weekday) + 1,
    ...toDayHours(item),
  }));
  const weekly = Map.groupBy(hours, ({ weekday }) => weekday);
  for (const ofDay of weekly.values()) requireSoundHours('schedule.hours', ofDay);
  const overrides = new Map(
    input.overrides.map(({ date, intervals }) => [dayOf(date), intervals.map(toDayHours)]),
  );
  for (const ofDay of overrides.values()) requireSoundHours('schedule.overrides', ofDay);
  const schedule: Schedule = { timeZone: input.timeZone, weekly, overrides };
  return hosts.map(host => (hostId === null || host.id === hostId ? { ...host, schedule } : host));
}
