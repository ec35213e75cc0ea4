import type { Slot } from '../domain/slots.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isWaivable } from '../domain/waiver.ts';
import { dateOf, dayAt } from '../domain/zone.ts';
import { User } from '../owners/owner.graphql.ts';
import type { Slot as SlotType, SlotVerdict } from './slot.graphql.ts';

export function slotView(slot: Slot, timeZone: string): SlotType {
  return {
    startsAt: new Date(slot.start),
    endsAt: new Date(slot.end),
    date: dateOf(dayAt(timeZone, slot.start)),
    seatsRemaining: slot.seatsRemaining,
    hosts: slot.hostIds.map(id => new User(id)),
  };
}

export function verdictView({ hostId, limit: _, group, ...verdict }: Verdict): SlotVerdict {
  return {
    ...verdict,
    host: hostId ? new User(hostId) : null,
    waivable: isWaivable(verdict.rule),
    ...(group && { groupMembers: group }),
  };
}
