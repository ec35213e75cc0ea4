// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEncryption } from '#platform/encryption.ts';
import { createEventSender } from '#platform/event-delivery.ts';
import { createEventLog } from '#platform/event-log.ts';
import { createLogger } from '#platform/logger.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import { createAbsenceLoaders } from './absences/absence.loaders.ts';
import { createBookingLoaders } from './bookings/booking.loaders.ts';
import type { SchedulingContext } from './context.ts';
import { transitions, transitionsFault } from './domain/booking-state.ts';
import { createEventTypeLoaders } from './event-types/event-type.loaders.ts';
import { Bookings } from './migrations/0001-bookings.ts';
import { Availability } from './migrations/0002-availability.ts';
import { Seats } from './migrations/0003-seats.ts';
import { Lifecycle } from './migrations/0004-lifecycle.ts';
import { Series } from './migrations/0011-series.ts';
import { createOwnerLoaders } from './owners/owner.loaders.ts';
import { createPrivateLinkLoaders } from './private-links/private-link.loaders.ts';
import { earliestToday } from './schedules/date-span.ts';
import { createScheduleLoaders } from './schedules/schedule.loaders.ts';
import { createSchedulingSchema } from './schema.ts';
import { createSeriesLoaders } from './series/series.loaders.ts';
import { createLiveSlots } from './slots/live-slots.ts';
import { entities } from './tables.ts';

export interface SchedulingConfig extends SubgraphConfig {
  ENCRYPTION_SECRETS: string[];
}

/** The scheduling subgraph: time and bookings. */
export function createSchedulingApp(config: SchedulingConfig, overrides?: SubgraphOverrides) {
  const fault = transitionsFault(transitions);
  if (fault) throw new Error(`The states of a booking make no sense: ${fault}`);
  return createSubgraphApp<SchedulingContext, { integrations: Subgraph }>(
    {
      name: 'scheduling',
      entities,
      migrations: [
        { name: '0001-bookings', class: Bookings },
        { name: '0002-availability', class: Availability },
        { name: '0003-seats', class: Seats },
        { name: '0004-lifecycle', class: Lifecycle },
        { name: '0011-series', class: Series },
      ],
      schema: createSchedulingSchema(),
      wire({ orm, clock, channel, sign }) {
        const log = createLogger('scheduling', config.LOG_LEVEL);
        const eventLog = createEventLog(orm, channel, log);
        const liveSlots = createLiveSlots({ orm, clock, eventLog, log });
        const encryption = createEncryption(config.ENCRYPTION_SECRETS);
        return {
          createContext: (operation, em) => ({
            ...operation,
            em,
            clock,
            wake: channel.wake,
            consumersOf,
            eventLog,
            liveSlots,
            encryption,
            loaders: {
              ...createOwnerLoaders(em),
              ...createScheduleLoaders(em, earliestToday(clock.now())),
              ...createAbsenceLoaders(em, earliestToday(clock.now())),
              ...createEventTypeLoaders(em),
              ...createPrivateLinkLoaders(em),
              ...createSeriesLoaders(em),
              ...createBookingLoaders(em, operation.viewer, clock.now()),
            },
          }),
          tasks: ({ integrations }) => ({
            'deliver-event': deliverEventTask(orm, {
              integrations: createEventSender({
                from: 'scheduling',
                to: integrations,
                mutation: 'receiveSchedulingEvent',
                sign,
              }),
            }),
          }),
          stop() {
            liveSlots.close();
            eventLog.close();
          },
        };
      },
    },
    config,
    overrides,
  );
}
