import type { HostFacts, SlotFacts, SlotRules } from './event-type.ts';
import { intervalAt, merged, overlaps } from './interval.ts';
import { anchorOf, HOURS_MARGIN_MS, hostGroups, sharedHours, stepOf, windowEnd } from './slots.ts';
import { MINUTE_MS } from './zone.ts';

/** What can speak against a time, in the order in which it is checked. */
const slotRules = ['ACTIVE', 'DURATION', 'NOTICE', 'WINDOW', 'HOSTS', 'HOURS', 'GRID', 'CONFLICT'] as const;
export type SlotRule = (typeof slotRules)[number];

export interface Verdict {
  readonly rule: SlotRule;
  readonly passed: boolean;
  /** English, for a person who wonders why. */
  readonly message: string;
  /** The host it is about; `null` where it is about the event type. */
  readonly hostId: string | null;
  /** The smallest change that would make it pass, where one can be named. */
  readonly opensIf: string | null;
}

interface SlotQuestion {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Minutes. */
  readonly duration: number;
}

const passing = (rule: SlotRule, message: string, hostId: string | null = null): Verdict => ({
  rule,
  passed: true,
  message,
  hostId,
  opensIf: null,
});

const failing = (
  rule: SlotRule,
  message: string,
  opensIf: string | null,
  hostId: string | null = null,
): Verdict => ({
  rule,
  passed: false,
  message,
  hostId,
  opensIf,
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function eventTypeVerdicts({ rules, now, hosts }: SlotFacts, { start, duration }: SlotQuestion): Verdict[] {
  const noticeLeft = Math.floor((start - now) / MINUTE_MS);
  const end = windowEnd(rules, now);
  const offered = rules.durations.map(minutesText).join(', ');
  return [
    rules.isActive
      ? passing('ACTIVE', 'The event type can be booked.')
      : failing('ACTIVE', 'The event type is switched off.', 'the event type is activated'),
    rules.durations.includes(duration)
      ? passing('DURATION', `${minutesText(duration)} is offered.`)
      : failing(
          'DURATION',
          `${minutesText(duration)} is not offered, only ${offered}.`,
          `the duration is one of ${offered}`,
        ),
    start - now >= rules.minimumNotice * MINUTE_MS
      ? passing('NOTICE', `Booking closes ${minutesText(rules.minimumNotice)} before the start.`)
      : failing(
          'NOTICE',
          noticeLeft < 0
            ? 'The time has passed.'
            : `Booking closes ${minutesText(rules.minimumNotice)} before the start.`,
          noticeLeft < 0 ? null : `the minimum notice is at most ${minutesText(noticeLeft)}`,
        ),
    start < end
      ? passing('WINDOW', 'The time is within the booking window.')
      : failing(
          'WINDOW',
          `Only times before ${iso(end)} can be booked so far.`,
          `the booking window reaches beyond ${iso(start)}`,
        ),
    hosts.length > 0
      ? passing('HOSTS', 'The event type has hosts.')
      : failing('HOSTS', 'The event type has no hosts.', 'a host is added'),
  ];
}

/** What a slot needs of hosts who must all be there. */
function groupVerdicts(group: readonly HostFacts[], rules: SlotRules, question: SlotQuestion): Verdict[] {
  const { start, duration } = question;
  const end = start + duration * MINUTE_MS;
  const margin = [start - HOURS_MARGIN_MS, end + HOURS_MARGIN_MS] as const;
  const pieces = sharedHours(group, ...margin);
  const step = stepOf(rules, duration);
  const onGrid = pieces.some(
    piece => piece.start <= start && start < piece.end && isOnGrid(start, anchorOf(piece, rules, step), step),
  );
  const single = group.length === 1 ? (group[0]?.id ?? null) : null;
  return [
    ...group.map(host => hoursVerdict(host, start, end)),
    onGrid
      ? passing('GRID', `Slots start every ${minutesText(step)}.`, single)
      : failing(
          'GRID',
          `Slots start every ${minutesText(step)} from the beginning of the hours, not at this time.`,
          `the start moves to a neighbouring slot`,
          single,
        ),
    ...group.map(host => conflictVerdict(host, rules, start, end)),
  ];
}

function isOnGrid(start: number, anchor: number, step: number): boolean {
  return start >= anchor && (start - anchor) % (step * MINUTE_MS) === 0;
}

function hoursVerdict(host: HostFacts, start: number, end: number): Verdict {
  const hours = merged(sharedHours([host], start - HOURS_MARGIN_MS, end + HOURS_MARGIN_MS));
  const stretch = intervalAt(hours, start);
  if (stretch && stretch.end >= end) return passing('HOURS', 'The host works then.', host.id);
  const message = stretch
    ? `The host's hours end at ${iso(stretch.end)}, before the slot does.`
    : 'The host does not work then.';
  return failing('HOURS', message, `the host's hours cover ${iso(start)} to ${iso(end)}`, host.id);
}

function conflictVerdict(host: HostFacts, rules: SlotRules, start: number, end: number): Verdict {
  const wanted = { start: start - rules.bufferBefore * MINUTE_MS, end: end + rules.bufferAfter * MINUTE_MS };
  const conflict = host.busy.find(busy => overlaps(busy, wanted));
  if (!conflict) return passing('CONFLICT', 'The host is free, buffers included.', host.id);
  const span = `${iso(conflict.start)} to ${iso(conflict.end)}`;
  return failing(
    'CONFLICT',
    `The host is taken from ${span}, buffers included.`,
    `the time from ${span} becomes free`,
    host.id,
  );
}

/**
 * Everything that speaks for or against a time, failures first. A time can be booked exactly when none fails.
 * For ROUND_ROBIN one free host is enough: then only the free hosts are heard.
 */
export function verdicts(facts: SlotFacts, question: SlotQuestion): Verdict[] {
  const groups = hostGroups(facts).map(group => groupVerdicts(group, facts.rules, question));
  const free = groups.filter(group => group.every(verdict => verdict.passed));
  const heard = free.length > 0 ? free : groups;
  const all = [...eventTypeVerdicts(facts, question), ...heard.flat()];
  return [...all.filter(verdict => !verdict.passed), ...all.filter(verdict => verdict.passed)];
}

/** The hosts who could take a slot: one group for SOLO and COLLECTIVE, every free host for ROUND_ROBIN. */
export function availableHosts(facts: SlotFacts, question: SlotQuestion): string[] {
  if (eventTypeVerdicts(facts, question).some(verdict => !verdict.passed)) return [];
  return hostGroups(facts)
    .filter(group => groupVerdicts(group, facts.rules, question).every(verdict => verdict.passed))
    .flatMap(group => group.map(host => host.id));
}
