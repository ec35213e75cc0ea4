import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { claimKey, idempotentRequest, storeResponse } from '#platform/idempotency.ts';
import { ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';

/** Answers tell of people by telling of their bookings. */
const BOOKING_ID = /\bbkg_[0-9a-z]{26}\b/g;

interface IdempotentChange<Receipt, Refusal> {
  operation: string;
  organizationId: string;
  input: { idempotencyKey?: string | null };
  /** Does the work; `keep` writes the receipt in the statement that does it. */
  work(em: EntityManager, keep: (receipt: Receipt) => RawBuilder<unknown>): Promise<Result<Receipt, Refusal>>;
}

/**
 * Reads what a change needs before its transaction. A refusal waits until the result is asked for, which is after
 * the key was claimed: whoever repeats a request gets its receipt, whatever has changed since.
 */
export async function beforehand<Plan>(read: () => Promise<Plan>): Promise<() => Plan> {
  try {
    const plan = await read();
    return () => plan;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * A change that takes effect once however often it is sent: the key is claimed first, the receipt is stored in
 * the same transaction, and whoever repeats the request gets that receipt. A refusal leaves no trace.
 */
export async function changeOnce<Receipt, Refusal>(
  ctx: SchedulingContext,
  change: IdempotentChange<Receipt, Refusal>,
): Promise<Result<Receipt, Refusal>> {
  const { operation, organizationId, input } = change;
  const keys = { input: input.idempotencyKey, header: ctx.idempotencyKey };
  const request = idempotentRequest(keys, [organizationId, operation, ctx.viewer.id], input);
  const outcome = await transact(ctx, async ({ em }) => {
    const stored = await claimKey(em, request, ctx.clock.now(), ctx.encryption);
    if (stored !== null) return ok(JSON.parse(stored) as Receipt);
    return change.work(em, receipt => {
      const response = JSON.stringify(receipt);
      return storeResponse(request, response, ctx.encryption, response.match(BOOKING_ID) ?? []);
    });
  });
  if (outcome.ok) ctx.wake();
  return outcome;
}
