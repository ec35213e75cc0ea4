import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '#platform/orm.ts';
import { nextChangeAt } from '../domain/slot-changes.ts';
import { type Slot, slots } from '../domain/slots.ts';
import type { Tables } from '../tables.ts';
import { type LoadedFacts, loadFacts } from './load-facts.ts';
import { peopleOf } from './people.ts';
import type { SlotSources } from './touches.ts';

/** A list of slots that is kept up to date. */
export interface LiveQuestion {
  readonly eventTypeId: string;
  /** Epoch milliseconds; slots start in `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly duration: number;
}

/** The answer at one moment, and what can make it another. */
export interface LiveAnswer {
  readonly slots: readonly Slot[];
  readonly sources: SlotSources;
  /** Epoch milliseconds. */
  readonly nextChangeAt: number;
  /** Not everybody may see the event type. */
  readonly isRestricted: boolean;
}

/** Read for nobody in particular: who may ask was checked when they began to listen. */
export async function loadLiveSlots(
  em: EntityManager,
  { eventTypeId, from, to, duration }: LiveQuestion,
  now: number,
): Promise<LiveAnswer> {
  const eventType = await rows<Tables>(em)
    .selectFrom('EventType')
    .selectAll()
    .where('id', '=', eventTypeId)
    .executeTakeFirst();
  if (!eventType) {
    const sources = { eventTypeId, ownerId: '', userIds: new Set<string>(), countsForOwner: false };
    return { slots: [], sources, nextChangeAt: Number.POSITIVE_INFINITY, isRestricted: false };
  }
  const facts = await loadFacts(em, { eventType, span: { from, to }, now });
  const found = slots(facts, { from, to, duration });
  return {
    slots: found,
    sources: await sourcesOf(em, facts),
    nextChangeAt: nextChangeAt(facts, found, to),
    isRestricted: eventType.visibility === 'PRIVATE',
  };
}

async function sourcesOf(
  em: EntityManager,
  { eventType, hosts, limitPlan }: LoadedFacts,
): Promise<SlotSources> {
  const userIds = new Set(peopleOf(hosts).keys());
  if (eventType.restrictionScheduleId) {
    const schedule = await rows<Tables>(em)
      .selectFrom('Schedule')
      .select('userId')
      .where('id', '=', eventType.restrictionScheduleId)
      .executeTakeFirst();
    if (schedule) userIds.add(schedule.userId);
  }
  return {
    eventTypeId: eventType.id,
    ownerId: eventType.ownerId,
    userIds,
    countsForOwner: limitPlan.some(({ subject }) => 'ownerId' in subject),
  };
}
