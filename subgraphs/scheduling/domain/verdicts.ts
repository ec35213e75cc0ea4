import { type Alternative, alternativesOf } from './alternatives.ts';
import type { HostGroup, SlotFacts, SlotRules } from './event-type.ts';
import { isOnTrack, stepOf, tracksOf } from './grid.ts';
import { fillingsAt, type Pool } from './host-groups.ts';
import { hostVerdicts, limitVerdicts } from './host-verdicts.ts';
import { type Interval, intervalAt, merged } from './interval.ts';
import type { Candidate, Role } from './openings.ts';
import { resourceVerdicts } from './resources.ts';
import { hoursBetween } from './schedule.ts';
import { HOURS_MARGIN_MS, limitsOfJoining, slots, windowSpan } from './slots.ts';
import { failing, iso, minutesText, passing, type Verdict } from './verdict.ts';
import { dayAt, instantOf, MINUTE_MS } from './zone.ts';

export interface SlotQuestion {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Minutes. */
  readonly duration: number;
}

/** The host's place, and who would fill it. */
export interface Assignment {
  readonly placeId: string;
  readonly hostId: string;
  /** Where not all places are filled: the group of which only so many are. */
  readonly group?: HostGroup;
}

function noticeVerdict({ rules, now }: SlotFacts, start: number): Verdict {
  const left = Math.floor((start - now) / MINUTE_MS);
  const closing = `Booking closes ${minutesText(rules.minimumNotice)} before the start.`;
  if (start - now >= rules.minimumNotice * MINUTE_MS) return passing('NOTICE', closing);
  if (left < 0) return failing('NOTICE', 'The time has passed.', null);
  return failing('NOTICE', closing, `the minimum notice is at most ${minutesText(left)}`);
}

function windowVerdict(facts: SlotFacts, { start, duration }: SlotQuestion): Verdict {
  const span = windowSpan(facts, duration);
  if (start < span.start) {
    return failing(
      'WINDOW',
      `Only times from ${iso(span.start)} on can be booked.`,
      `the booking window begins before ${iso(start)}`,
    );
  }
  if (start < span.end) return passing('WINDOW', 'The time is within the booking window.');
  return failing(
    'WINDOW',
    `Only times before ${iso(span.end)} can be booked so far.`,
    `the booking window reaches beyond ${iso(start)}`,
  );
}

function restrictionVerdict({ rules }: SlotFacts, slot: Interval): Verdict[] {
  if (!rules.restriction) return [];
  const hours = merged(
    hoursBetween(rules.restriction, slot.start - HOURS_MARGIN_MS, slot.end + HOURS_MARGIN_MS),
  );
  const stretch = intervalAt(hours, slot.start);
  return [
    stretch && stretch.end >= slot.end
      ? passing('RESTRICTION', 'The time is within the hours of the event type.')
      : failing(
          'RESTRICTION',
          'The event type is not offered at that time.',
          `the hours of the event type cover ${iso(slot.start)} to ${iso(slot.end)}`,
        ),
  ];
}

function activeVerdict({ isActive, isTemplate }: SlotRules): Verdict {
  if (isTemplate)
    return failing('ACTIVE', 'It is a template: the event types of its members are booked instead.', null);
  if (isActive) return passing('ACTIVE', 'The event type can be booked.');
  return failing('ACTIVE', 'The event type is switched off.', 'the event type is activated');
}

function eventTypeVerdicts(facts: SlotFacts, question: SlotQuestion): Verdict[] {
  const { rules, hosts } = facts;
  const { start, duration } = question;
  const offered = rules.durations.map(minutesText).join(', ');
  return [
    activeVerdict(rules),
    rules.durations.includes(duration)
      ? passing('DURATION', `${minutesText(duration)} is offered.`)
      : failing(
          'DURATION',
          `${minutesText(duration)} is not offered, only ${offered}.`,
          `the duration is one of ${offered}`,
        ),
    noticeVerdict(facts, start),
    windowVerdict(facts, question),
    hosts.length > 0
      ? passing('HOSTS', 'The event type has hosts.')
      : failing('HOSTS', 'The event type has no hosts.', 'a host is added'),
  ];
}

const isOpen = (candidate: Candidate, slot: Interval) => Boolean(intervalAt(candidate.starts, slot.start));

/** Who is heard for a place: whoever could take the slot, else who stands in at the time, else the host. */
function roleVerdicts(facts: SlotFacts, role: Role, slot: Interval): Verdict[] {
  const ofPeople = peopleVerdicts(facts, role, slot);
  if (!facts.hosts.find(({ id }) => id === role.hostId)?.isTooFarAhead) return ofPeople;
  const message = 'The host has taken as many more turns than the others as may be.';
  return [failing('LEAD', message, 'the others take more bookings', role.hostId), ...ofPeople];
}

function peopleVerdicts(facts: SlotFacts, role: Role, slot: Interval): Verdict[] {
  const open = role.candidates.find(candidate => isOpen(candidate, slot));
  if (open) return hostVerdicts(facts, open.host, open.pieces, slot);
  const standIn = role.candidates.find(
    candidate => candidate.host.id !== role.hostId && intervalAt(candidate.pieces, slot.start),
  );
  if (standIn) return hostVerdicts(facts, standIn.host, standIn.pieces, slot);
  const host = facts.hosts.find(({ id }) => id === role.hostId);
  if (!host) return [];
  const hours = hoursBetween(host.schedule, slot.start - HOURS_MARGIN_MS, slot.end + HOURS_MARGIN_MS);
  return hostVerdicts(facts, host, hours, slot);
}

function rangeAround(slot: Interval) {
  return { from: slot.start - HOURS_MARGIN_MS, to: slot.end + HOURS_MARGIN_MS };
}

/** Whether enough of a group could come: then those who could are heard, else everybody. */
function poolVerdicts(pool: Pool, facts: SlotFacts, slot: Interval): Verdict[] {
  const { name, required, hostIds } = pool.group;
  const free = fillingsAt(pool, slot.start);
  const count = `${name}: ${required} of ${hostIds.length} ${required === 1 ? 'is' : 'are'} needed, ${free.length} ${free.length === 1 ? 'is' : 'are'} free.`;
  const freePlaces = new Set(free.map(({ role }) => role.hostId));
  const group = {
    freeIds: free.map(({ by }) => by.host.id),
    takenIds: hostIds.filter(id => !freePlaces.has(id)),
  };
  if (free.length >= required)
    return [
      { ...passing('GROUP', count), group },
      ...free.flatMap(({ by }) => hostVerdicts(facts, by.host, by.pieces, slot)),
    ];
  const missing = required - free.length;
  return [
    { ...failing('GROUP', count, `${missing} more of them ${missing === 1 ? 'is' : 'are'} free`), group },
    ...pool.roles.flatMap(role => roleVerdicts(facts, role, slot)),
  ];
}

/** What speaks for or against one way to fill the places. */
function alternativeVerdicts(
  { together, pools, opening }: Alternative,
  facts: SlotFacts,
  slot: Interval,
  duration: number,
): Verdict[] {
  const { rules } = facts;
  const step = stepOf(rules, duration);
  const single = together.length === 1 && pools.length === 0 ? (together[0]?.hostId ?? null) : null;
  // Optimized slots follow free time: where there is none, that is what stands against the slot.
  const isMoot = rules.isOptimized && !intervalAt(opening.openStarts, slot.start);
  const onGrid = isMoot || isOnTrack(tracksOf(opening, rules, duration), slot.start);
  const grid = onGrid
    ? passing('GRID', `Slots start every ${minutesText(step)}.`, single)
    : failing(
        'GRID',
        `Slots start every ${minutesText(step)} from the beginning of the ${rules.isOptimized ? 'free time' : 'hours'}, not at this time.`,
        'the start moves to a neighbouring slot',
        single,
      );
  return [
    ...together.flatMap(role => roleVerdicts(facts, role, slot)),
    ...pools.flatMap(pool => poolVerdicts(pool, facts, slot)),
    grid,
  ];
}

/** A booking at the time that another guest can join needs no free host. */
function joiningVerdict({ rules, seated = [] }: SlotFacts, slot: Interval): Verdict | null {
  const seats = rules.seats ?? 0;
  const free = seated
    .filter(({ start, end }) => start === slot.start && end === slot.end)
    .map(({ seatsTaken }) => seats - seatsTaken)
    .find(left => left > 0);
  return free ? passing('SEATS', `${free} of ${seats} seats are left.`) : null;
}

/** Says of a time that is taken by guests of this event type that it is its seats that are gone. */
function fullVerdict({ rules, seated = [] }: SlotFacts, slot: Interval): Verdict[] {
  const isFull =
    rules.seats !== null && seated.some(({ start, end }) => start === slot.start && end === slot.end);
  return isFull ? [failing('SEATS', `All ${rules.seats} seats are taken.`, 'a guest cancels')] : [];
}

/** Of a day only the first slot: whether an earlier one is there, all other rules considered. */
function firstOfDayVerdict(facts: SlotFacts, { start, duration }: SlotQuestion): Verdict[] {
  const { rules } = facts;
  if (!rules.isFirstOfDayOnly) return [];
  const from = instantOf(rules.timeZone, dayAt(rules.timeZone, start), 0);
  const everyOne = { ...facts, rules: { ...rules, isFirstOfDayOnly: false } };
  const [first] = slots(everyOne, { from, to: start, duration });
  return [
    first
      ? failing(
          'FIRST_OF_DAY',
          `Only the first slot of a day is offered, which is at ${iso(first.start)}.`,
          'the earlier slot is taken',
        )
      : passing('FIRST_OF_DAY', 'No slot of the day comes before it.'),
  ];
}

/**
 * Everything that speaks for or against a time, failures first. A time can be booked exactly when none fails.
 * For ROUND_ROBIN one free host is enough: then only the free hosts are heard.
 */
export function verdicts(facts: SlotFacts, question: SlotQuestion): Verdict[] {
  const slot = { start: question.start, end: question.start + question.duration * MINUTE_MS };
  const joining = joiningVerdict(facts, slot);
  const all = eventTypeVerdicts(facts, question);
  if (joining) all.push(joining, ...limitVerdicts(limitsOfJoining(facts), slot, null));
  else {
    const ways = alternativesOf(facts, slot.end - slot.start, rangeAround(slot)).map(alternative =>
      alternativeVerdicts(alternative, facts, slot, question.duration),
    );
    const free = ways.filter(way => way.every(verdict => verdict.passed));
    all.push(
      ...restrictionVerdict(facts, slot),
      ...(free.length > 0 ? free.flat() : [...fullVerdict(facts, slot), ...ways.flat()]),
      ...resourceVerdicts(facts, slot),
      ...limitVerdicts(facts.limits ?? [], slot, null),
    );
  }
  all.push(...firstOfDayVerdict(facts, question));
  return [...all.filter(verdict => !verdict.passed), ...all.filter(verdict => verdict.passed)];
}

function placesAt(roles: readonly Role[], slot: Interval): Assignment[] {
  return roles.flatMap(role => {
    const open = role.candidates.find(candidate => isOpen(candidate, slot));
    return open ? [{ placeId: role.hostId, hostId: open.host.id }] : [];
  });
}

/**
 * Who could take a slot that can be booked: everybody for SOLO and COLLECTIVE, every free host for ROUND_ROBIN, and
 * every free member of a group that does not need them all.
 */
export function assignments(facts: SlotFacts, question: SlotQuestion): Assignment[] {
  if (verdicts(facts, question).some(verdict => !verdict.passed)) return [];
  const slot = { start: question.start, end: question.start + question.duration * MINUTE_MS };
  // A host who is free but whose hours put the start elsewhere has no slot there.
  const free = alternativesOf(facts, slot.end - slot.start, rangeAround(slot)).filter(alternative =>
    alternativeVerdicts(alternative, facts, slot, question.duration).every(verdict => verdict.passed),
  );
  return free.flatMap(({ together, pools }) => [
    ...placesAt(together, slot),
    ...pools.flatMap(pool =>
      fillingsAt(pool, slot.start).map(({ role, by }) => ({
        placeId: role.hostId,
        hostId: by.host.id,
        group: pool.group,
      })),
    ),
  ]);
}
