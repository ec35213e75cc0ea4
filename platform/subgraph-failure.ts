import { AppError } from './errors.ts';

/** A subgraph gave no answer, or none that is one. What it answers with errors is an answer. */
export class SubgraphFailure extends AppError {
  /** Whether the same question may well be answered if it is asked again: nobody was there, or nobody was ready. */
  readonly isTransient: boolean;

  constructor(message: string, options: { isTransient?: boolean; cause?: unknown } = {}) {
    super('UPSTREAM_FAILED', message, { cause: options.cause });
    this.name = 'SubgraphFailure';
    this.isTransient = options.isTransient ?? false;
  }
}
