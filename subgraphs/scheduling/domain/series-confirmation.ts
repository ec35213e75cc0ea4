import type { SlotFacts } from './event-type.ts';
import type { Interval } from './interval.ts';
import { refusalsOfAgreed } from './own-time.ts';
import { chooseResources, withKeptFirst } from './resources.ts';
import { withMeeting } from './series.ts';
import type { Verdict } from './verdict.ts';

/** A booking of a series that waits for a host's word. */
export interface PendingBooking extends Interval {
  readonly hostIds: readonly string[];
  readonly resourceIds: readonly string[];
  /** Whether it keeps others from its time already. */
  readonly hasTime: boolean;
}

/** What became of one of them. */
export interface PlannedConfirmation<Pending> {
  readonly booking: Pending;
  /** What stands against it; none: it is confirmed. */
  readonly reasons: readonly Verdict[];
  /** The rooms and equipment that it takes, where it takes its time now. */
  readonly resourceIds: readonly string[];
}

/**
 * Which bookings of a series can be confirmed together: whatever had no time so far takes it now, unless somebody
 * else has it, or another one of them.
 */
export function planConfirmations<Pending extends PendingBooking>(
  facts: SlotFacts,
  pending: readonly Pending[],
): PlannedConfirmation<Pending>[] {
  let current = facts;
  return pending.map(booking => {
    const { start, end, hostIds, resourceIds: kept, hasTime } = booking;
    const meeting = { start, end };
    const known = factsOf(current, hostIds, kept);
    const reasons = refusalsOfAgreed(known, meeting).filter(({ rule }) => !hasTime || rule === 'NOTICE');
    if (hasTime || reasons.length > 0) return { booking, reasons, resourceIds: kept };
    const resourceIds = chooseResources(known, meeting);
    current = withMeeting(current, meeting, [...hostIds, ...resourceIds]);
    return { booking, reasons, resourceIds };
  });
}

function factsOf(facts: SlotFacts, hostIds: readonly string[], kept: readonly string[]): SlotFacts {
  const resources = facts.resources && withKeptFirst(facts.resources, kept);
  const hosts = facts.hosts.filter(({ id }) => hostIds.includes(id));
  return { ...facts, hosts, ...(resources && { resources }) };
}
