// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEncryption } from '#platform/encryption.ts';
import { createEventSender } from '#platform/event-delivery.ts';
import { createEventLog } from '#platform/event-log.ts';
import { createLogger } from '#platform/logger.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createRates, perMinute } from '#platform/rate-limit.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import type { SchedulingContext } from './context.ts';
import { transitions, transitionsFault } from './domain/booking-state.ts';
import { bookingTasks, bookingTimetable } from './expiry/booking-tasks.ts';
import { createLoaders } from './loaders.ts';
import { Bookings } from './migrations/0001-bookings.ts';
import { Availability } from './migrations/0002-availability.ts';
import { Seats } from './migrations/0003-seats.ts';
import { Lifecycle } from './migrations/0004-lifecycle.ts';
import { Confirmation } from './migrations/0005-confirmation.ts';
import { Holds } from './migrations/0006-holds.ts';
import { Assignments } from './migrations/0007-assignments.ts';
import { Resources } from './migrations/0008-resources.ts';
import { Templates } from './migrations/0009-templates.ts';
import { Guests } from './migrations/0010-guests.ts';
import { Series } from './migrations/0011-series.ts';
import { Instant } from './migrations/0012-instant.ts';
import { GroupTurns } from './migrations/0013-group-turns.ts';
import { createSchedulingSchema } from './schema.ts';
import { createLiveSlots } from './slots/live-slots.ts';
import { entities } from './tables.ts';

export interface SchedulingConfig extends SubgraphConfig {
  ENCRYPTION_SECRETS: string[];
  /** Left out: any number, as in processes that serve no clients. */
  OPEN_HOLDS_PER_ADDRESS?: number;
  HOLDS_PER_HOUR?: number;
  PUBLIC_MUTATIONS_PER_MINUTE?: number;
  PUBLIC_QUERIES_PER_MINUTE?: number;
}

/** The scheduling subgraph: time and bookings. */
export async function createSchedulingApp(config: SchedulingConfig, overrides?: SubgraphOverrides) {
  const fault = transitionsFault(transitions);
  if (fault) throw new Error(`The states of a booking make no sense: ${fault}`);
  const rates = await createRates({
    name: 'scheduling',
    budgets: {
      MUTATIONS: perMinute(config.PUBLIC_MUTATIONS_PER_MINUTE ?? 0),
      QUERIES: perMinute(config.PUBLIC_QUERIES_PER_MINUTE ?? 0),
    },
    redisUrl: config.REDIS_URL,
    log: createLogger('scheduling', config.LOG_LEVEL),
  });
  return createSubgraphApp<SchedulingContext, { integrations: Subgraph }>(
    {
      name: 'scheduling',
      entities,
      migrations: [
        { name: '0001-bookings', class: Bookings },
        { name: '0002-availability', class: Availability },
        { name: '0003-seats', class: Seats },
        { name: '0004-lifecycle', class: Lifecycle },
        { name: '0005-confirmation', class: Confirmation },
        { name: '0006-holds', class: Holds },
        { name: '0007-assignments', class: Assignments },
        { name: '0008-resources', class: Resources },
        { name: '0009-templates', class: Templates },
        { name: '0010-guests', class: Guests },
        { name: '0011-series', class: Series },
        { name: '0012-instant', class: Instant },
        { name: '0013-group-turns', class: GroupTurns },
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
            rates,
            holdLimits: { open: config.OPEN_HOLDS_PER_ADDRESS ?? 0, perHour: config.HOLDS_PER_HOUR ?? 0 },
            loaders: createLoaders(em, operation.viewer, { now: clock.now(), encryption }),
          }),
          crontab: bookingTimetable,
          tasks: ({ integrations }, openContext) => ({
            ...bookingTasks(() => openContext(servicePrincipal('scheduling'))),
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
            rates.close();
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
