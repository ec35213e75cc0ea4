import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '#platform/orm.ts';
import { peopleOf } from '../domain/people.ts';
import { nextChangeAt } from '../domain/slot-changes.ts';
import { type Slot, slots } from '../domain/slots.ts';
import type { Tables } from '../tables.ts';
import { type LoadedFacts, loadFacts } from './load-facts.ts';
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
    const nobody = { userIds: new Set<string>(), resourceIds: new Set<string>() };
    const sources = { eventTypeId, ownerId: '', ...nobody, countsForOwner: false };
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
  { eventType, hosts, resources = [], limitPlan }: LoadedFacts,
): Promise<SlotSources> {
  const userIds = new Set(peopleOf(hosts).keys());
  const resourceIds = resources.flatMap(set => set.resources.map(({ id }) => id));
  if (eventType.restrictionScheduleId || resourceIds.length > 0) {
    const schedules = await rows<Tables>(em)
      .selectFrom('Schedule')
      .select('userId')
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('id', '=', eventType.restrictionScheduleId),
          eb(
            'id',
            'in',
            selectFrom('Resource')
              .select('scheduleId')
              .where('id', 'in', [null, ...resourceIds]),
          ),
        ]),
      )
      .execute();
    for (const { userId } of schedules) userIds.add(userId);
  }
  return {
    eventTypeId: eventType.id,
    ownerId: eventType.ownerId,
    userIds,
    resourceIds: new Set(resourceIds),
    countsForOwner: limitPlan.some(({ subject }) => 'ownerId' in subject),
  };
}
