import type { Encryption } from '#platform/encryption.ts';
import type { EventLog } from '#platform/event-log.ts';
import type { Rates } from '#platform/rate-limit.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { HoldLimits } from './holds/require-few-holds.ts';
import type { SchedulingLoaders } from './loaders.ts';
import type { LiveSlots } from './slots/live-slots.ts';

export interface SchedulingContext extends RequestContext {
  readonly loaders: SchedulingLoaders;
  readonly eventLog: EventLog;
  readonly liveSlots: LiveSlots;
  readonly encryption: Encryption;
  readonly holdLimits: HoldLimits;
  /** What anonymous clients may use of public fields. */
  readonly rates: Rates;
}
