import type { HostFacts, SlotFacts } from './event-type.ts';
import { type Interval, intervalAt, merged, overlaps } from './interval.ts';
import { isWithinLimit, type LimitFacts } from './limits.ts';
import { absenceSpan, wantedOf } from './openings.ts';
import { failing, iso, minutesText, passing, type Verdict } from './verdict.ts';

/** What limits say to one more meeting. */
export function limitVerdicts(
  limits: readonly LimitFacts[],
  slot: Interval,
  hostId: string | null,
): Verdict[] {
  return limits.map(facts => {
    const { limit } = facts;
    const amount = limit.unit === 'BOOKINGS' ? `${limit.max} bookings` : minutesText(limit.max);
    const per = limit.period === 'ROLLING' ? `any ${limit.days} days` : limit.period.toLowerCase();
    if (isWithinLimit(facts, slot))
      return passing('LIMIT', `There is room within ${amount} per ${per}.`, hostId);
    return {
      ...failing('LIMIT', `The limit of ${amount} per ${per} is reached.`, 'the limit is raised', hostId),
      limit,
    };
  });
}

function hoursVerdict(host: HostFacts, pieces: readonly Interval[], slot: Interval): Verdict {
  const stretch = intervalAt(merged(pieces), slot.start);
  if (stretch && stretch.end >= slot.end) return passing('HOURS', 'The host works then.', host.id);
  const message = stretch
    ? `The host's hours end at ${iso(stretch.end)}, before the slot does.`
    : 'The host does not work then.';
  return failing('HOURS', message, `the host's hours cover ${iso(slot.start)} to ${iso(slot.end)}`, host.id);
}

export function conflictVerdict(host: HostFacts, { rules }: SlotFacts, slot: Interval): Verdict {
  const conflict = host.busy.find(busy => overlaps(busy, wantedOf(busy, rules, slot)));
  if (!conflict) return passing('CONFLICT', 'The host is free, buffers included.', host.id);
  const span = `${iso(conflict.start)} to ${iso(conflict.end)}`;
  const source = conflict.source ? ` by ${conflict.source}` : '';
  return failing(
    'CONFLICT',
    `The host is taken from ${span}${source}, buffers included.`,
    `the time from ${span} becomes free`,
    host.id,
  );
}

/** What one person's time says to a slot. */
export function hostVerdicts(
  facts: SlotFacts,
  host: HostFacts,
  pieces: readonly Interval[],
  slot: Interval,
): Verdict[] {
  const absence = (host.absences ?? []).find(away => overlaps(absenceSpan(host, away), slot));
  return [
    absence
      ? failing(
          'AWAY',
          `The host is away: ${absence.reason}.`,
          'the absence is removed or gets a stand-in',
          host.id,
        )
      : passing('AWAY', 'The host is not away.', host.id),
    host.unreadableCalendar
      ? failing(
          'CALENDAR',
          'A calendar of the host cannot be read, so nothing is booked blindly.',
          'the calendar is connected again',
          host.id,
        )
      : passing('CALENDAR', 'The calendars of the host could be read.', host.id),
    hoursVerdict(host, pieces, slot),
    conflictVerdict(host, facts, slot),
    ...limitVerdicts(host.limits ?? [], slot, host.id),
  ];
}
