import type { SlotFacts } from './event-type.ts';
import { conflictVerdict, limitVerdicts } from './host-verdicts.ts';
import type { Interval } from './interval.ts';
import { resourceVerdicts } from './resources.ts';
import { failing, type Verdict } from './verdict.ts';

/**
 * What stands against a time that was agreed already, with these hosts: that it has passed, or that they or the
 * rooms are somebody else's by now. Hours, notice and the booking window were asked when it was agreed.
 */
export function refusalsOfAgreed(facts: SlotFacts, meeting: Interval): Verdict[] {
  const passed =
    meeting.start <= facts.now ? [failing('NOTICE', 'The time has passed.', null)] : ([] as Verdict[]);
  const taken = facts.hosts.map(host => conflictVerdict(host, facts, meeting));
  return [...passed, ...taken, ...resourceVerdicts(facts, meeting)].filter(verdict => !verdict.passed);
}

/** The limits that one more booking at this time would break. */
export function brokenLimits(facts: SlotFacts, meeting: Interval): Verdict[] {
  return [
    ...limitVerdicts(facts.limits ?? [], meeting, null),
    ...facts.hosts.flatMap(host => limitVerdicts(host.limits ?? [], meeting, host.id)),
  ].filter(verdict => !verdict.passed);
}
