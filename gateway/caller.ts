import type { FastifyRequest } from 'fastify';
import { clientOf } from '#platform/client-address.ts';
import type { Principal } from '#platform/principal.ts';
import type { Balance } from '#platform/rate-limit.ts';

/** Who sent a request to the gateway, and what of it travels on to the subgraphs. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  /** Where the request comes from, as far as proxies can be trusted. */
  readonly clientAddress: string;
  /** What the client's program calls itself. */
  readonly userAgent: string | undefined;
  /** Identity is asked anew who the caller is: to be called when their memberships or keys may have changed. */
  forget(): void;
  /** How the caller stands after what this operation took, once it took something. */
  readonly account: { balance?: Balance };
  /** Whether nothing may be shown that is older than now: an event tells that something has changed. */
  readonly mustBeCurrent?: boolean;
  /** Fires when the client has gone. */
  readonly signal: AbortSignal | undefined;
}

export function callerOf(
  request: FastifyRequest,
  principal: Principal,
  forget: () => void,
  signal?: AbortSignal,
): Caller {
  const idempotencyKey = request.headers['idempotency-key'];
  return {
    principal,
    requestId: request.id,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
    clientAddress: clientOf(request.ip),
    userAgent: request.headers['user-agent'],
    forget,
    account: {},
    signal,
  };
}
