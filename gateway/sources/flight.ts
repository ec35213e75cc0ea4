import { AppError } from '#platform/errors.ts';
import { copyJson } from '#platform/json.ts';
import type { SubgraphCall, SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import { SubgraphFailure } from '#platform/subgraph-failure.ts';

interface Waiter {
  resolve(answer: SubgraphResult): void;
  reject(reason: unknown): void;
  /** Stops listening for the waiter's own end. */
  leave(): void;
}

type Ask = (signal: AbortSignal) => Promise<SubgraphResult>;

const clientGone = () => new AppError('CLIENT_GONE', 'Nobody waits for the answer any more.');

export const variablesOf = ({ variables }: SubgraphRequest) => JSON.stringify(variables ?? {});

/**
 * One fetch under way and all who wait for its answer. It ends with its answer, at its deadline, or when the last of
 * them has gone.
 */
export class Flight {
  #waiters: Waiter[] = [];
  readonly #controller = new AbortController();
  #variables: string | undefined;
  #isOver = false;

  readonly #request: SubgraphRequest;
  readonly #call: SubgraphCall;
  readonly #revision: number;
  readonly #onLanded: (flight: Flight) => void;

  /** `revision`: what was known to have changed when it departs. */
  constructor(
    request: SubgraphRequest,
    call: SubgraphCall,
    revision: number,
    onLanded: (flight: Flight) => void,
  ) {
    this.#request = request;
    this.#call = call;
    this.#revision = revision;
    this.#onLanded = onLanded;
  }

  /** Sends it off. */
  depart(name: string, deadlineMs: number, ask: Ask): void {
    const timer = setTimeout(
      // What arrived while this process was busy is read first.
      () =>
        setImmediate(() =>
          this.#fail(new SubgraphFailure(`The ${name} part of the graph did not answer in time.`)),
        ),
      deadlineMs,
    );
    ask(this.#controller.signal)
      .then(
        answer => this.#land(answer),
        error => this.#fail(error),
      )
      .finally(() => clearTimeout(timer));
  }

  /** Whether it asks in the name of the same caller, and nothing has changed since it departed. */
  isFor(call: SubgraphCall, revision: number): boolean {
    return (
      this.#revision === revision &&
      this.#call.token === call.token &&
      this.#call.mustBeCurrent === call.mustBeCurrent &&
      this.#call.clientAddress === call.clientAddress &&
      this.#call.userAgent === call.userAgent
    );
  }

  /** What it asks, written down once and only where somebody else may ask the same. */
  get variables(): string {
    this.#variables ??= variablesOf(this.#request);
    return this.#variables;
  }

  answer(signal: AbortSignal | undefined): Promise<SubgraphResult> {
    if (signal?.aborted) return Promise.reject(clientGone());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject, leave() {} };
      this.#waiters.push(waiter);
      if (!signal) return;
      const gone = () => {
        this.#waiters = this.#waiters.filter(other => other !== waiter);
        reject(clientGone());
        if (this.#waiters.length === 0) this.#fail(clientGone());
      };
      signal.addEventListener('abort', gone, { once: true });
      waiter.leave = () => signal.removeEventListener('abort', gone);
    });
  }

  #empty(): Waiter[] {
    const waiters = this.#waiters;
    this.#waiters = [];
    if (!this.#isOver) this.#onLanded(this);
    this.#isOver = true;
    for (const waiter of waiters) waiter.leave();
    return waiters;
  }

  #land(answer: SubgraphResult): void {
    const [first, ...others] = this.#empty();
    // Each of them writes into what they get.
    for (const waiter of others) waiter.resolve(copyJson(answer));
    first?.resolve(answer);
  }

  #fail(reason: unknown): void {
    for (const waiter of this.#empty()) waiter.reject(reason);
    this.#controller.abort(reason);
  }
}
