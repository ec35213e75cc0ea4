import type { Caller } from '../caller.ts';
import type { ResolveOperation } from './persisted-operations.ts';
import { createLimits, type SentOperation } from './sent-operation.ts';
import type { Spending } from './spending.ts';

/** What a request passes on its way in, over HTTP and sockets alike. */
export interface FrontDoor {
  /**
   * Lets those in who have something left to spend, with an operation that may be run here and is not too large. Returns its
   * text; none where the request has none, which is for others to refuse.
   */
  open(sent: SentOperation, caller: Caller): Promise<string | undefined>;
  /** Whatever becomes of a request, it was paid for. */
  paid<Outcome>(caller: Caller, work: () => Promise<Outcome>): Promise<Outcome>;
}

interface FrontDoorOptions {
  spending: Pick<Spending, 'requireOpen' | 'spendOnRefusal'>;
  resolve: ResolveOperation;
}

export function createFrontDoor({ spending, resolve }: FrontDoorOptions): FrontDoor {
  const requireWithinLimits = createLimits();
  return {
    async open(sent, caller) {
      spending.requireOpen(caller);
      try {
        // Measured before it is looked up, which parses it.
        requireWithinLimits(sent);
        const text = resolve(sent);
        if (text !== sent.query) requireWithinLimits({ query: text });
        return text;
      } catch (error) {
        await spending.spendOnRefusal(caller);
        throw error;
      }
    },
    async paid(caller, work) {
      try {
        return await work();
      } finally {
        await spending.spendOnRefusal(caller);
      }
    },
  };
}
